/** Letters and digits of a 备份密码, hard to mistake for each other on paper: no 0/O, 1/I/L, U/V. */
export const SHEET_LETTERS = '23456789ABCDEFGHJKMNPQRSTWXYZ'
export const SHEET_GROUPS = 6
export const SHEET_GROUP_LENGTH = 4

function lettersIn(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
}

/** What somebody typed from the 《恢复单》, in its groups: case, width, blanks and dashes do not matter. */
export function readGroups(typed: string): string[] {
  return lettersIn(typed).match(/.{1,4}/g) ?? []
}

/** The same as it is printed: groups joined by dashes. */
export function readPassword(typed: string): string {
  return readGroups(typed).join('-')
}

/** Letters that are on no sheet, each once: whoever typed them misread one. */
export function strangeLetters(typed: string): string[] {
  return [...new Set(lettersIn(typed))].filter((letter) => !SHEET_LETTERS.includes(letter))
}
