const DIGITS = new Map([...'零一二三四五六七八九'].map((sign, value) => [sign, value]))

/** Writes Chinese numbers below a hundred as digits: `十二` → `12`, `二十三` → `23`, `两` → `2`. */
export function hanNumbersToDigits(text: string): string {
  return text.replace(/[零一二两三四五六七八九十〇]+/gu, (run) => String(valueOf(run) ?? run))
}

function valueOf(run: string): number | null {
  const signs = run.replaceAll('两', '二').replaceAll('〇', '零')
  const match = /^(?<tens>[一二三四五六七八九]?)(?<ten>十?)零?(?<ones>[零一二三四五六七八九]?)$/u.exec(signs)
  if (!match?.groups) return null
  const { tens = '', ten = '', ones = '' } = match.groups
  if (ten === '') return tens !== '' && ones !== '' ? null : (DIGITS.get(tens || ones) ?? null)
  return (DIGITS.get(tens) ?? 1) * 10 + (DIGITS.get(ones) ?? 0)
}
