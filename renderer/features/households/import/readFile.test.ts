import { strToU8, zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { columnName } from '../../../register/export/cells'
import { sheetFile } from '../../../register/export/sheet'
import { FILE_MAX_BYTES, readFile } from './readFile'

const read = (bytes: Uint8Array | string) =>
  readFile(new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)]))
const COLUMNS = [
  { header: '房号', width: 10 },
  { header: '姓名', width: 20 },
]

describe('.xlsx (domain 4, quality 6)', () => {
  it('comes back as it was written, whatever the text looks like', async () => {
    const rows = [
      ['5-2', '=1+1'],
      ['0301', '<b>&"张三"</b>'],
      ['  a ', '𠮷\u0007田\n一'],
      [12.5, ''],
    ]
    expect(await read(sheetFile('住户', COLUMNS, rows))).toEqual({
      ok: true,
      value: [
        ['房号', '姓名'],
        ['5-2', '=1+1'],
        ['0301', '<b>&"张三"</b>'],
        ['  a ', '𠮷田\n一'],
        [12.5, null],
      ],
    })
  })

  it('names columns beyond Z', () => {
    expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA'])
  })

  it('gives the value of a formula, dates as days, and keeps row numbers past empty rows', async () => {
    const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
      <row r="3"><c r="A3" t="inlineStr"><is><t>房号</t></is></c></row>
      <row r="4"><c r="A4"><f>300+1</f><v>301</v></c><c r="B4" s="1"><v>43952</v></c></row></sheetData></worksheet>`
    const styles = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`
    const whole = zipParts({ 'xl/worksheets/sheet1.xml': sheet, 'xl/styles.xml': styles })
    expect(await read(whole)).toEqual({
      ok: true,
      value: [[], [], ['房号', null], [301, new Date('2020-05-01T00:00:00Z')]].map((row) =>
        row.length ? row : expect.anything(),
      ),
    })
  })

  it('reads a sheet larger than half a megabyte without workers', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => [`${i}`, `住户 ${i}`])
    const answer = await read(sheetFile('住户', COLUMNS, rows))
    expect(answer.ok && answer.value.length).toBe(20_001)
  })

  it('refuses a zip bomb by the sizes it declares, before inflating it', async () => {
    expect(await read(declaring(201 * 1024 * 1024))).toMatchObject({
      ok: false,
      refusal: { key: 'import.unpackedTooBig', params: { max: 200 } },
    })
  })

  it('refuses a zip bomb that declares less than it is', async () => {
    expect(await read(declaring(100))).toMatchObject({ ok: false, refusal: { key: 'import.damaged' } })
  })

  it('refuses what is damaged, old, encrypted, empty or too big with a plain word each', async () => {
    const good = sheetFile('住户', COLUMNS, [['301', '张三']])
    expect(await read(good.slice(0, good.length / 2))).toMatchObject({ refusal: { key: 'import.damaged' } })
    expect(await read(zipSync({ 'readme.txt': strToU8('x') }))).toMatchObject({
      refusal: { key: 'import.damaged' },
    })
    expect(await read(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]))).toMatchObject({
      refusal: { key: 'import.oldExcel' },
    })
    expect(await read('')).toMatchObject({ refusal: { key: 'import.fileEmpty' } })
    const huge = { size: FILE_MAX_BYTES + 1 } as Blob
    expect(await readFile(huge)).toMatchObject({ refusal: { key: 'import.fileTooBig' } })
  })
})

describe('.csv (domain 4)', () => {
  const TEXT = '房号,姓名\r\n301,"张三, 李四"\r\n302,单雄信㛃'
  const ROWS = [
    ['房号', '姓名'],
    ['301', '张三, 李四'],
    ['302', '单雄信㛃'],
  ]

  it.each([
    ['UTF-8', strToU8(TEXT)],
    ['UTF-8 with BOM', strToU8(`\ufeff${TEXT}`)],
    ['GB18030', new Uint8Array(iconv.encode(TEXT, 'gb18030'))],
    [
      'UTF-16 of Excel, by tabs',
      new Uint8Array(iconv.encode('\ufeff房号\t姓名\r\n301\t张三, 李四\r\n302\t单雄信㛃', 'utf-16le')),
    ],
    ['semicolons', strToU8('房号;姓名\r\n301;张三, 李四\r\n302;单雄信㛃')],
  ])('is read from %s', async (_name, bytes) => {
    expect(await read(bytes)).toEqual({ ok: true, value: ROWS })
  })

  it('takes the mark off names that begin like a formula', async () => {
    expect(await read("房号,姓名\n301,'=张三")).toMatchObject({
      value: [
        ['房号', '姓名'],
        ['301', '=张三'],
      ],
    })
  })

  it('refuses pictures and programs', async () => {
    expect(await read(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]))).toMatchObject({
      refusal: { key: 'import.encodingUnknown' },
    })
  })
})

function zipParts(parts: Record<string, string | Uint8Array>): Uint8Array {
  const base = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const all: Record<string, string | Uint8Array> = {
    'xl/workbook.xml': `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${base}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${base}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${base}/styles" Target="styles.xml"/></Relationships>`,
    ...parts,
  }
  return zipSync(
    Object.fromEntries(
      Object.entries(all).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  )
}

/** A sheet of 4 MB of zeros whose directory entry names another size. */
function declaring(size: number): Uint8Array {
  const bytes = zipParts({ 'xl/worksheets/sheet1.xml': new Uint8Array(4 * 1024 * 1024) })
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  view.setUint32(findLast(view, 0x02014b50, 'sheet1.xml') + 24, size, true)
  return bytes
}

function findLast(view: DataView, signature: number, name: string): number {
  for (let at = view.byteLength - 46; at >= 0; at -= 1) {
    if (view.getUint32(at, true) !== signature) continue
    const text = String.fromCharCode(
      ...new Uint8Array(view.buffer, view.byteOffset + at + 46, view.getUint16(at + 28, true)),
    )
    if (text.endsWith(name)) return at
  }
  throw new Error('no such entry')
}
