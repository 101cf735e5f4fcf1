/** `text` as a number with at most `digits` after the point; null when empty, NaN when it is none. */
export function readNumber(text: string, digits: number): number | null {
  const plain = text.replaceAll(/[\s,]/g, '')
  if (plain === '') return null
  const shape = digits > 0 ? new RegExp(`^-?\\d+(\\.\\d{0,${digits}})?$`) : /^-?\d+$/
  return shape.test(plain) ? Number(plain) : Number.NaN
}
