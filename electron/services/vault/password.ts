import { randomInt } from 'node:crypto'

/** Letters and digits that are hard to mistake on paper: no 0/O, 1/I/L, U/V. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTWXYZ'
const GROUPS = 6
const GROUP_LENGTH = 4

/** A new 备份密码: 24 letters in groups of four, some 116 bits, which no search of passwords gets through. */
export function newPassword(): string {
  const letter = (): string => LETTERS[randomInt(LETTERS.length)] ?? ''
  const group = (): string => Array.from({ length: GROUP_LENGTH }, letter).join('')
  return Array.from({ length: GROUPS }, group).join('-')
}

/** What somebody typed from the sheet, as it was printed: case, width, blanks and dashes do not matter. */
export function readPassword(typed: string): string {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
  return letters.match(/.{1,4}/g)?.join('-') ?? ''
}
