import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { doorCandidates, doorCode } from './doorInput'

const LAYOUT = [
  { building: '5', sections: ['1', '2'] },
  { building: '52', sections: [''] },
  { building: 'A', sections: [] },
  { building: '12', sections: ['1'] },
]
const codes = (text: string) => doorCandidates(text, LAYOUT).map(doorCode)

describe('door numbers (ui: 5-2-301 or 52301)', () => {
  it.each([
    ['5-2-301', ['5-2-301']],
    ['５－２－３０１', ['5-2-301']],
    ['5 2 301', ['5-2-301']],
    ['5号楼2单元301室', ['5-2-301']],
    ['5幢2单元301', ['5-2-301']],
    ['52301', ['5-2-301', '52-301']],
    ['521201', ['5-2-1201', '52-1201']],
    ['5-301', ['5-1-301', '5-2-301']],
    ['5-2301', ['5-2-301', '5-1-2301', '5-2-2301'].sort()],
    ['a-1203', ['A-1203']],
    ['A1203', ['A-1203']],
    ['121301', ['12-1-301']],
  ])('%s may be %j', (text, expected) => {
    const found = codes(text)
    expect([...found].sort()).toEqual([...expected].sort())
  })

  it('puts a room of three or four digits before odd ones', () => {
    expect(codes('52301')[0]).toBe('5-2-301')
    expect(codes('5-23')).toEqual(['5-1-23', '5-2-23', '5-2-3'])
  })

  it.each(['', '7-1-301', '5-3-301', '9', '1-2-3-4', '张三'])('explains nothing about %j', (text) => {
    expect(codes(text)).toEqual([])
  })

  it('finds every door typed with dashes or run together', () => {
    const section = fc.constantFrom('1', '2')
    const room = fc.integer({ min: 101, max: 3304 }).map(String)
    fc.assert(
      fc.property(section, room, (inSection, number) => {
        expect(codes(`5-${inSection}-${number}`)).toEqual([`5-${inSection}-${number}`])
        expect(codes(`5${inSection}${number}`)).toContain(`5-${inSection}-${number}`)
      }),
    )
  })
})
