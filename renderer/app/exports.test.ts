import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { type ExistingHouseholds, guardCell, unguardCell } from '../../shared/domain/household/import'
import type { Person, Unit, Vehicle } from '../../shared/domain/household/types'
import { exportFile } from '../features/households/export/exportFile'
import { BookWriter } from '../register/export/sheet'

const sources = import.meta.glob<string>(
  ['../**/*.{ts,tsx}', '!../**/*.test.{ts,tsx}', '!../**/testing/**'],
  {
    eager: true,
    query: '?raw',
    import: 'default',
  },
)
const filesWith = (pattern: RegExp) =>
  Object.entries(sources).flatMap(([path, text]) => (pattern.test(text) ? [path] : []))

/** What a spreadsheet may take for a formula, in front of what somebody typed. */
const hostile = fc
  .tuple(
    fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '\t',
      '\r',
      '\n',
      '＝',
      '＋',
      '－',
      '＠',
      "'=",
      "''+",
      '=\t',
      '"=',
      ';=',
      '<',
    ),
    fc.constantFrom(
      '1+1',
      'cmd|"/c calc"!A1',
      'HYPERLINK("http://x","y")',
      '张三',
      '',
      '0',
      '86 13800000000',
    ),
  )
  .map((parts) => parts.join(''))
const text = fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 40 }), fc.constant('13800000000'))

const stamps = { createdAt: '', updatedAt: '', voided: null }
function households(words: readonly string[]): ExistingHouseholds {
  const word = (at: number) => words[at % words.length] ?? ''
  const unit: Unit = {
    ...stamps,
    id: 'u',
    code: '1',
    building: word(0),
    section: word(1),
    room: word(2),
    use: 'residence',
    area: 89.5,
    status: 'vacant',
    moveInDate: null,
  }
  const person = {
    ...stamps,
    id: 'p',
    name: word(3),
    phones: [word(4), '+8613800000000'],
    idLastFour: word(5),
    unitIds: ['u'],
    residences: [{ unitId: 'u', role: 'owner', from: null, until: null }],
  } as unknown as Person
  const vehicle = {
    ...stamps,
    id: 'v',
    unitId: 'u',
    plate: word(6),
    parkingSpace: word(7),
    ownerName: word(8),
    phone: word(9),
  } as unknown as Vehicle
  return { units: [unit], persons: [person], vehicles: [vehicle] }
}

/** Cells of a text file as a spreadsheet splits it, before anything is guessed. */
function cellsOf(file: string): string[] {
  return Papa.parse<string[]>(file.replace(/^\ufeff/, '')).data.flat()
}
const LIVE = /^[=+\-@\t\r\n＝＋－＠]/u

/** All that a sheet is made of. */
const TAGS: ReadonlySet<string> = new Set(
  'worksheet sheetViews sheetView pane cols col sheetData row c is t v'.split(' '),
)

describe('no export holds a formula (issue: formula injection)', () => {
  it('is written by few, all of which guard their cells', () => {
    expect(filesWith(/\bPapa\.unparse\(|\bunparse\(/).toSorted()).toEqual([
      '../features/households/export/exportFile.ts',
      '../features/monthReviews/files/package/zipPackage.ts',
    ])
    for (const path of filesWith(/\bunparse\(/)) expect(sources[path]).toContain('guardCell(')
    // One writer of .xlsx: what it never writes, no list, month or audit export holds.
    expect(filesWith(/spreadsheetml\/2006\/main/).toSorted()).toEqual([
      '../features/households/import/fuzzing.ts',
      '../register/export/sheetParts.ts',
    ])
    expect(filesWith(/<f>|<f /)).toEqual([])
  })

  it('households as .csv: no cell begins like a formula, and each comes back as it was', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 10 }), (words) => {
        const file = exportFile(households(words), 'csvUtf8', '住户')
        if (file.type !== 'text') throw new Error('no text')
        for (const cell of cellsOf(file.text)) expect(cell).not.toMatch(LIVE)
      }),
    )
    fc.assert(
      fc.property(text, (word) => {
        expect(unguardCell(guardCell(word))).toBe(word)
      }),
    )
  })

  it('leaves phones, plates and figures as they are', () => {
    for (const plain of ['13800000000', '0755-26888888', '粤B12345', '5-2-301', '89.5', '1 208', '张三', ''])
      expect(guardCell(plain)).toBe(plain)
    const { text: csv } = exportFile(households(['张三']), 'csvUtf8', '') as { text: string }
    expect(cellsOf(csv)).toContain('89.5')
  })

  it('.xlsx: every text stands in a text cell, and nothing else does anything', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (words) => {
        const columns = words.map((header) => ({ header, width: 10 }))
        const writer = new BookWriter([{ sheetName: words[0] ?? '', columns }])
        writer.next()
        writer.add([words, [1, Number.NaN, { day: '' }, { share: Infinity }, -5]])
        const parts = unzipSync(writer.finish())
        const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
        const kinds = new Set([...sheet.matchAll(/<([a-z]\w*)[\s/>]/gi)].map(([, tag]) => tag))
        expect([...kinds].filter((tag) => !TAGS.has(tag ?? ''))).toEqual([])
        for (const [, attributes = '', inner = ''] of sheet.matchAll(/<c ([^>]*)>(.*?)<\/c>/gs)) {
          if (attributes.includes('inlineStr')) expect(inner).toMatch(/^<is><t [^>]*>[^<]*<\/t><\/is>$/)
          else expect(inner).toMatch(/^<v>-?[\d.e+-]+<\/v>$/)
        }
      }),
    )
  })
})

describe('nothing typed becomes part of the page (issue: HTML in any field)', () => {
  it('is put into it as text only', () => {
    expect(
      filesWith(
        /dangerouslySetInnerHTML|\.(inner|outer)HTML\b|insertAdjacentHTML|document\.write|\beval\(|new Function\(|srcdoc/i,
      ),
    ).toEqual([])
  })
})
