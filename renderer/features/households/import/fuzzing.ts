import { strToU8, zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { EXPORT_HEADER } from '../../../../shared/domain/household/import'
import { sheetFile } from '../../../register/export/sheet'

/** A source of random figures in [0, 1) that gives the same ones for the same seed. */
export type Random = () => number

export function pick<T>(random: Random, from: readonly T[]): T {
  return from[Math.floor(random() * from.length)] as T
}

const NS = 'http://schemas.openxmlformats.org'

/** A workbook of given parts; the first sheet is `xl/worksheets/sheet1.xml`. */
export function workbook(parts: Record<string, string | Uint8Array>): Uint8Array {
  const rel = `${NS}/officeDocument/2006/relationships`
  const all: Record<string, string | Uint8Array> = {
    'xl/workbook.xml': `<workbook xmlns="${NS}/spreadsheetml/2006/main" xmlns:r="${rel}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${NS}/package/2006/relationships"><Relationship Id="rId1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${rel}/styles" Target="styles.xml"/></Relationships>`,
    ...parts,
  }
  const bytes = Object.entries(all).map(([name, part]) => {
    return [name, typeof part === 'string' ? strToU8(part) : part] as const
  })
  return zipSync(Object.fromEntries(bytes))
}

/** The XML of a sheet of given rows, as it stands between `sheetData`. */
export function sheetOf(rows: string, before = ''): string {
  return `${before}<worksheet xmlns="${NS}/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`
}

export function cell(place: string, text: string): string {
  return `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`
}

const HEAD = `<row r="1">${cell('A1', '房号')}${cell('B1', '姓名')}</row>`
const MB = 1024 * 1024

/** Files that were made to do harm, each by one trick. */
export const TRICKS: Record<string, () => Uint8Array> = {
  'a row that is the billionth': () =>
    workbook({ 'xl/worksheets/sheet1.xml': sheetOf(`${HEAD}<row r="999999999"/>`) }),
  'a row number in another notation': () =>
    workbook({ 'xl/worksheets/sheet1.xml': sheetOf(`${HEAD}<row r="1e12">${cell('A2', '1')}</row>`) }),
  'a row number in entities': () =>
    workbook({
      'xl/worksheets/sheet1.xml': sheetOf(`${HEAD}<row r="&#57;&#57;&#57;&#57;&#57;&#57;&#57;&#57;"/>`),
    }),
  'a row number under a prefix': () =>
    workbook({ 'xl/worksheets/sheet1.xml': sheetOf(`${HEAD}<x:row y:r='888888888'/>`) }),
  'a row number behind a bracket': () =>
    workbook({ 'xl/worksheets/sheet1.xml': sheetOf(`${HEAD}<row a=">" r="777777777"/>`) }),
  'a cell at the end of the world': () =>
    workbook({ 'xl/worksheets/sheet1.xml': sheetOf(`${HEAD}<row r="2">${cell('XFD2', '1')}</row>`) }),
  'a cell beyond it': () =>
    workbook({ 'xl/worksheets/sheet1.xml': sheetOf(`${HEAD}<row r="2">${cell('ZZZZZZ2', '1')}</row>`) }),
  'a wide row above many': () =>
    workbook({
      'xl/worksheets/sheet1.xml': sheetOf(
        `${HEAD}${Array.from({ length: 60_000 }, (_, i) => `<row r="${i + 2}">${cell(`IV${i + 2}`, '')}</row>`).join('')}`,
      ),
    }),
  'a sheet under the name of its styles': () =>
    workbook({
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${NS}/officeDocument/2006/relationships/worksheet" Target="styles.xml"/></Relationships>`,
      'xl/styles.xml': sheetOf(`<row r="999999999"/>`),
    }),
  'entities that double': () => {
    const levels = Array.from({ length: 30 }, (_, i) => `<!ENTITY e${i + 1} "&e${i};&e${i};">`).join('')
    const doctype = `<!DOCTYPE x [<!ENTITY e0 "张三">${levels}]>`
    return workbook({
      'xl/worksheets/sheet1.xml': sheetOf(
        `${HEAD}<row r="2">${cell('A2', '1')}${cell('B2', '&e30;')}</row>`,
        doctype,
      ),
    })
  },
  'an entity that reads a file': () => {
    const doctype = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    return workbook({
      'xl/worksheets/sheet1.xml': sheetOf(
        `${HEAD}<row r="2">${cell('A2', '1')}${cell('B2', '&f;')}</row>`,
        doctype,
      ),
    })
  },
  'tags a hundred thousand deep': () =>
    workbook({ 'xl/worksheets/sheet1.xml': sheetOf(`${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`) }),
  'thousands of parts': () =>
    zipSync(Object.fromEntries(Array.from({ length: 3_000 }, (_, i) => [`xl/p${i}.xml`, new Uint8Array(1)]))),
  'names that lead out': () =>
    workbook({
      '../../../../etc/cron.d/x.xml': '<a/>',
      'C:\\x.xml': '<a/>',
      'xl/worksheets/sheet1.xml': sheetOf(HEAD),
    }),
  'a part called __proto__': () =>
    workbook({ '__proto__/polluted.xml': '<a/>', 'xl/worksheets/sheet1.xml': sheetOf(HEAD) }),
  'a cell of a megabyte': () =>
    workbook({
      'xl/worksheets/sheet1.xml': sheetOf(
        `${HEAD}<row r="2">${cell('A2', '301')}${cell('B2', '张'.repeat(MB))}</row>`,
      ),
    }),
  'a date of no calendar': () =>
    workbook({
      'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>',
      'xl/worksheets/sheet1.xml': sheetOf(
        `${HEAD}<row r="2"><c r="A2" s="0"><v>1e300</v></c><c r="B2" s="0"><v>-9e99</v></c></row>`,
      ),
    }),
  'a style that never ends': () =>
    workbook({
      'xl/styles.xml': `<styleSheet><numFmts><numFmt numFmtId="200" formatCode="${'['.repeat(50_000)}s"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs></styleSheet>`,
      'xl/worksheets/sheet1.xml': sheetOf(`${HEAD}<row r="2"><c r="A2" s="0"><v>1</v></c></row>`),
    }),
  'two sheets of one name': () =>
    workbook({
      'xl/workbook.xml': `<workbook xmlns:r="x"><sheets><sheet name="a" sheetId="1" r:id="rId1"/><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      'xl/worksheets/sheet1.xml': sheetOf(`${HEAD}<row r="2">${cell('A2', '301')}</row>`),
    }),
  'a million line ends': () => strToU8(`房号,姓名\n${'\n'.repeat(2 * MB)}`),
  'a line of commas': () => strToU8(`房号,姓名\n${','.repeat(20 * MB)}`),
  'a quote that never closes': () => strToU8(`房号,姓名\n"${'张三,\n'.repeat(200_000)}`),
  'one name at very many doors': () =>
    strToU8(`房号,姓名,电话\n${Array.from({ length: 30_000 }, (_, i) => `1-1-${i},业主,`).join('\n')}`),
  'very many names at one door': () =>
    strToU8(`房号,姓名\n${Array.from({ length: 30_000 }, (_, i) => `1-1-101,人${i}`).join('\n')}`),
  'headers of the prototype': () =>
    strToU8(
      '房号,姓名,__proto__,constructor,toString,hasOwnProperty\n1-1-101,__proto__,{"polluted":1},x,y,z',
    ),
  'bytes of zero': () => strToU8('房号,姓名\n301,张\0三'),
  'a BOM of UTF-16 the other way round': () =>
    new Uint8Array(iconv.encode('\ufeff房号,姓名\n301,张三', 'utf-16be')),
  'two BOMs': () => strToU8('\ufeff\ufeff房号,姓名\n301,张三'),
  'half a character': () => strToU8('房号,姓名\n301,张三').slice(0, -1),
  formulas: () => strToU8('房号,姓名\n301,=HYPERLINK("http://x";"y")\n302,@SUM(1)\n303,+1\n304,-1'),
}

const WORDS = [
  '5-2-301',
  '张三',
  '13800000000',
  '2026-11-21',
  '自住',
  '__proto__',
  '=1+1',
  "'=x",
  '\u202E张三',
  '<b>x</b>',
  '粤B12345',
  '',
  '1e400',
  '-0',
  '𠮷\uD800',
  'x'.repeat(6_000),
]

const PROPER = ['5', '2', '', '住宅', '89.5', '自住', '2020-05-01', '张三', '业主', '13800000000', '123X']

/** A proper file of some rows, of which a mutation makes something else. */
function properFile(random: Random): Uint8Array {
  const strange = pick(random, [0, 0, 0.1, 1])
  const rows = Array.from({ length: 1 + Math.floor(random() * 6) }, (_, i) =>
    EXPORT_HEADER.map((_header, column) => {
      const right = PROPER[column] ?? ''
      return column === 2 ? `${100 + i}` : random() < strange ? pick(random, WORDS) : right
    }),
  )
  const way = random()
  if (way < 0.5) {
    return sheetFile(
      '住户',
      EXPORT_HEADER.map((header) => ({ header, width: 10 })),
      rows,
    )
  }
  const line = (cells: readonly string[]) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')
  const text = [line(EXPORT_HEADER), ...rows.map(line)].join(pick(random, ['\n', '\r\n', '\r']))
  if (way < 0.7) return strToU8(text)
  return new Uint8Array(
    iconv.encode(text, pick(random, ['gb18030', 'utf-16le', 'utf-16be', 'utf8', 'big5', 'shift_jis'])),
  )
}

/** Cut off, bits turned, a stretch doubled, gone or replaced, something before or behind it. */
export function malformedFile(random: Random): Uint8Array {
  let bytes = properFile(random)
  const times = 1 + Math.floor(random() * 3)
  for (let at = 0; at < times; at += 1) bytes = mutated(bytes, random)
  return bytes
}

function mutated(bytes: Uint8Array, random: Random): Uint8Array {
  const place = () => Math.floor(random() * (bytes.length + 1))
  const [from = 0, to = 0] = [place(), place()].toSorted((a, b) => a - b)
  const piece = strToU8(
    pick(random, [
      '\0\0\0\0',
      'PK\u0003\u0004',
      '\ufeff',
      '</row>',
      '"',
      '\n',
      ',,,,',
      '&#0;',
      ']]>',
      '房号',
    ]),
  )
  const ways = [
    () => bytes.slice(0, from),
    () => bytes.slice(from),
    () => join(bytes.slice(0, from), bytes.slice(to)),
    () => join(bytes.slice(0, to), bytes.slice(from)),
    () => join(bytes.slice(0, from), piece, bytes.slice(to)),
    () => join(piece, bytes),
    () => join(bytes, piece, bytes),
    () => turned(bytes, random),
    () => turned(bytes, random),
    () => turned(bytes, random),
  ]
  return pick(random, ways)()
}

function turned(bytes: Uint8Array, random: Random): Uint8Array {
  const copy = bytes.slice()
  for (let at = 0; at < 1 + random() * 8; at += 1) {
    const place = Math.floor(random() * copy.length)
    copy[place] = (copy[place] ?? 0) ^ (1 << Math.floor(random() * 8))
  }
  return copy
}

function join(...parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
