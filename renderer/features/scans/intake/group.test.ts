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
  expect(shapeOf([page(1), page(2), page(3, code(1), code(2)), page(4, code(1)), page(5)])).toEqual([
    [1],
    [2],
    [3],
    [4],
    [5],
  ])
})

it('keeps every page once, and joins two only where their code is the same', () => {
  const codes = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 2 })
  fc.assert(
    fc.property(fc.array(codes, { maxLength: 30 }), (pile) => {
      const pages = pile.map((seqs, at) => page(at + 1, ...seqs.map((seq) => code(seq))))
      const sheets = sheetsAmong(pages)
      const kept = sheets.flatMap((sheet) => sheet.pages.map((one) => one.page))
      expect(kept.toSorted((a, b) => a - b)).toEqual(pages.map((one) => one.page))
      for (const sheet of sheets) {
        expect(sheet.pages.map((one) => one.page)).toEqual(
          sheet.pages.map((one) => one.page).toSorted((a, b) => a - b),
        )
        const keys = new Set(sheet.pages.flatMap((one) => one.codes.map(sheetKey)))
        expect(sheet.pages.length === 1 || keys.size === 1).toBe(true)
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
