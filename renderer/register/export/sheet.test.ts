import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { columnName, serialOf } from './cells'
import { BookWriter, sheetFile } from './sheet'

const columns = [
  { header: '编号', width: 18 },
  { header: '登记时间', width: 16 },
]

function sheetOf(file: Uint8Array): string {
  return strFromU8(unzipSync(file)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
}

describe('a sheet', () => {
  it('has a head that stays in sight, texts as texts and dates as dates', () => {
    const xml = sheetOf(sheetFile('台账', columns, [['=1+1', { moment: '2026-11-21 09:30' }]]))
    expect(xml).toContain('state="frozen"')
    expect(xml).toContain('<c r="A1" s="2" t="inlineStr"><is><t xml:space="preserve">编号</t></is></c>')
    expect(xml).toContain('<c r="A2" s="1" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>')
    expect(xml).toContain('<c r="B2" s="4"><v>46347.39583333333</v></c>')
    expect(xml).not.toContain('<f>')
  })

  it('counts days as spreadsheets do', () => {
    expect(serialOf('1970-01-01')).toBe(25_569)
    expect(serialOf('2026-11-21')).toBe(46_347)
    expect(serialOf('2026-11-21 12:00')).toBe(46_347.5)
  })

  it('grows by portions', () => {
    const writer = new BookWriter([{ sheetName: '台账', columns }])
    writer.next()
    writer.add([['a'], ['b']])
    writer.add([])
    writer.add([['c', 7]])
    const xml = sheetOf(writer.finish())
    expect([...xml.matchAll(/<row r="(\d+)">/g)].map(([, row]) => row)).toEqual(['1', '2', '3', '4'])
    expect(xml).toContain('<c r="B4"><v>7</v></c>')
    expect(xml.endsWith('</sheetData></worksheet>')).toBe(true)
  })

  it('leaves out what a file must not hold', () => {
    const bad = `a\u0000<b>&"\ud800${'长'.repeat(40_000)}`
    const xml = sheetOf(sheetFile('A/B:[台账]', columns, [[bad]]))
    expect(xml).toContain('a&lt;b&gt;&amp;&quot;长')
    expect(xml.match(/长/g)?.length).toBe(40_000)
  })

  it('cuts no text: what is longer than a cell goes on below it', () => {
    const long = `${'𠮷'.repeat(16_383)}终𠮷止`
    const xml = sheetOf(sheetFile('台账', columns, [[long, 7], ['下一件']]))
    const rows = [...xml.matchAll(/<row r="(\d+)">(.*?)<\/row>/gu)].map(([, , cells = '']) => cells)
    const texts = rows.map((cells) => /<t [^>]*>(.*?)<\/t>/u.exec(cells)?.[1] ?? '')
    expect(texts.slice(1).join('|')).toBe(`${'𠮷'.repeat(16_383)}终|𠮷止|下一件`)
    expect(rows[1]).toContain('<v>7</v>')
    expect(rows[2]).not.toContain('<v>')
  })

  it('is one of several in a file, under a name that spreadsheets take', () => {
    const wrapped = [{ header: '定义', width: 40, wrap: true }]
    const writer = new BookWriter([
      { sheetName: '投诉', columns },
      { sheetName: "'投诉'", columns },
      { sheetName: '统计', columns: wrapped },
    ])
    writer.next()
    writer.add([['a']])
    writer.next()
    writer.next()
    writer.add([['很长的话'], [{ share: 0.913 }]])
    const parts = unzipSync(writer.finish())
    const text = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
    const names = [...text('xl/workbook.xml').matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name)
    expect(names).toEqual(['投诉', '投诉 2', '统计'])
    expect(text('[Content_Types].xml').match(/worksheet\+xml/g)).toHaveLength(3)
    expect(text('xl/worksheets/sheet2.xml')).toContain('编号')
    expect(text('xl/worksheets/sheet3.xml')).toContain('<c r="A2" s="6"')
    expect(text('xl/worksheets/sheet3.xml')).toContain('<c r="A3" s="5"><v>0.913</v></c>')
  })

  it('is the same file for the same rows', () => {
    expect(sheetFile('台账', columns, [['a']])).toEqual(sheetFile('台账', columns, [['a']]))
  })

  it('names columns past Z', () => {
    expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA'])
  })
})
