import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { columnName, SheetWriter, serialOf, sheetFile } from './sheet'

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
    const writer = new SheetWriter('台账', columns)
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
    expect(xml.match(/长/g)?.length).toBeLessThan(32_767)
  })

  it('names columns past Z', () => {
    expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA'])
  })
})
