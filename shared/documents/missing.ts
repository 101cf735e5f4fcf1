import { type Coverage, missingIn } from './runs'

/** Characters of one field that no font has. */
export interface MissingText {
  /** The field's label on the form. */
  field: string
  characters: string[]
}

/** Which fields of a form hold characters that would not print as themselves. `texts`: label and text of each. */
export function missingTexts(
  texts: readonly (readonly [string, string])[],
  coverage: Coverage,
): MissingText[] {
  const byField = new Map<string, Set<string>>()
  for (const [field, text] of texts) {
    for (const char of missingIn(text, coverage)) {
      byField.set(field, (byField.get(field) ?? new Set()).add(char))
    }
  }
  return [...byField].map(([field, characters]) => ({ field, characters: [...characters] }))
}
