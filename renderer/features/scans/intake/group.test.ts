import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type SheetRead, sheetKey } from '../../../../shared/domain/scan'
import { type PageRead, sheetsAmong, wholeFile } from './group'

const code = (seq: number, version = 1): SheetRead => ({
  number: { register: 'TS', year: 2026, letter: '', seq },
  version,
  form: 'KF-TS-01',
})
const page = (at: number, ...codes: SheetRead[]): PageRead => ({ file: 0, page: at, codes, turn: 0 })
const shapeOf = (pages: PageRead[]) => sheetsAmong(pages).map((sheet) => sheet.pages.map((one) => one.page))

it('puts the pages of one sheet together, in their order, wherever they lie', () => {
  expect(shapeOf([page(1, code(1)), page(2, code(2)), page(3, code(1)), page(4, code(1, 2))])).toEqual([
    [1, 3],
    [2],
    [4],
  ])
})

it('leaves pages that nobody can tell alone', () => {
  expect(shapeOf([page(1), page(2), page(3, code(1), code(1, 2)), page(4, code(1)), page(5)])).toEqual([
    [1],
    [2],
    [3],
    [4],
    [5],
  ])
  const receipt = { ...code(2), form: 'KF-TS-02' }
  expect(shapeOf([page(1, code(1), receipt)])).toEqual([[1]])
})

it('gives a page with the rows of several records to each of them', () => {
  const sheets = sheetsAmong([page(1, code(1), code(2)), page(2, code(2), code(3))])
  expect(sheets.map(({ codes, pages }) => [codes.map(sheetKey), pages.map((one) => one.page)])).toEqual([
    [[sheetKey(code(1))], [1]],
    [[sheetKey(code(2))], [1, 2]],
    [[sheetKey(code(3))], [2]],
  ])
})

it('keeps every page, and joins two only where both have the code', () => {
  const codes = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 2 })
  fc.assert(
    fc.property(fc.array(codes, { maxLength: 30 }), (pile) => {
      const pages = pile.map((seqs, at) => page(at + 1, ...seqs.map((seq) => code(seq))))
      const sheets = sheetsAmong(pages)
      const kept = sheets.flatMap((sheet) => sheet.pages.map((one) => one.page))
      expect([...new Set(kept)].toSorted((a, b) => a - b)).toEqual(pages.map((one) => one.page))
      for (const sheet of sheets) {
        expect(sheet.pages.map((one) => one.page)).toEqual(
          sheet.pages.map((one) => one.page).toSorted((a, b) => a - b),
        )
        const shared = sheet.codes.map(sheetKey)
        const holds = (one: PageRead) => shared.every((key) => one.codes.map(sheetKey).includes(key))
        expect(sheet.pages.every(holds)).toBe(true)
        expect(sheet.pages.length === 1 || shared.length === 1).toBe(true)
      }
    }),
  )
})

it.each([
  ['a whole PDF', [page(1), page(2)], [{ pages: 2, kind: 'pdf' }], 0],
  ['a picture, though it stands on its head', [{ ...page(1), turn: 180 }], [{ pages: 1, kind: 'image' }], 0],
  ['not a part', [page(1)], [{ pages: 2, kind: 'pdf' }], null],
  ['not pages of two files', [page(1), { ...page(1), file: 1 }], [{ pages: 2, kind: 'pdf' }], null],
  ['not in another order', [page(2), page(1)], [{ pages: 2, kind: 'pdf' }], null],
  ['not a PDF with a page to turn', [{ ...page(1), turn: 90 }], [{ pages: 1, kind: 'pdf' }], null],
] as const)('keeps the file as it came where it is the sheet: %s', (_, pages, files, whole) => {
  expect(wholeFile({ codes: [], pages: [...pages] }, files)).toBe(whole)
})
