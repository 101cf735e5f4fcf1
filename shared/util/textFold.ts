/**
 * Text as search compares it: full-width as half-width and compatibility forms as plain ones (NFKC), lower case,
 * without spaces, punctuation, control characters and ASCII signs. `客服-TS-2026-0001` → `客服ts20260001`,
 * `浙A·12345` → `浙a12345`. Rare characters, private-use ones too, stay.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{Z}\p{Cc}\p{Cf}\p{Sk}\p{Variation_Selector}$+<=>|~]/gu, '')
}
