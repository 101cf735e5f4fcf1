import { randomInt } from 'node:crypto'
import { SHEET_GROUP_LENGTH, SHEET_GROUPS, SHEET_LETTERS } from '../../../shared/domain/office/sheetPassword'

export { readPassword } from '../../../shared/domain/office/sheetPassword'

/** A new 备份密码: 24 letters in groups of four, some 116 bits, which no search of passwords gets through. */
export function newPassword(): string {
  const letter = (): string => SHEET_LETTERS[randomInt(SHEET_LETTERS.length)] ?? ''
  const group = (): string => Array.from({ length: SHEET_GROUP_LENGTH }, letter).join('')
  return Array.from({ length: SHEET_GROUPS }, group).join('-')
}
