import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  readGroups,
  readPassword,
  SHEET_GROUP_LENGTH,
  SHEET_GROUPS,
  SHEET_LETTERS,
  strangeLetters,
} from './sheetPassword'

const letter = fc.constantFrom(...SHEET_LETTERS)
const group = fc.array(letter, { minLength: SHEET_GROUP_LENGTH, maxLength: SHEET_GROUP_LENGTH })
const groups = fc
  .array(group, { minLength: SHEET_GROUPS, maxLength: SHEET_GROUPS })
  .map((all) => all.map((letters) => letters.join('')))

describe('备份密码 as it is typed', () => {
  it.each([
    ['2k7m-x9qd', '2K7M-X9QD'],
    [' 2K7M　x9qd ', '2K7M-X9QD'],
    ['2K7MX9QD\n', '2K7M-X9QD'],
    ['２Ｋ７Ｍ－Ｘ９ＱＤ', '2K7M-X9QD'],
    ['2K7M–X9', '2K7M-X9'],
    ['', ''],
  ])('%j is %j', (typed, read) => {
    expect(readPassword(typed)).toBe(read)
  })

  it('is read in whatever way its groups were set apart', () => {
    const apart = fc.constantFrom('', ' ', '-', '  ', '　', '—', '.')
    fc.assert(
      fc.property(groups, apart, fc.boolean(), (letters, between, small) => {
        const typed = letters.join(between)
        expect(readGroups(small ? typed.toLowerCase() : typed)).toEqual(letters)
        expect(strangeLetters(typed)).toEqual([])
      }),
    )
  })

  it('names the letters that no sheet has', () => {
    expect(strangeLetters('O0il-uv 2K 0')).toEqual(['O', '0', 'I', 'L', 'U', 'V'])
  })
})
