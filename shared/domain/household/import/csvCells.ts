/** What spreadsheets take for a formula when it begins a cell of a text file; East Asian ones read full width too. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u

/** A text for a cell of a .csv: a name that begins like a formula is marked with `'` and stays a name. */
export function guardCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

/** The text of a cell of a .csv: the mark of `guardCell` taken off again. */
export function unguardCell(text: string): string {
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text
}
