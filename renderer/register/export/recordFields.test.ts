import { describe, expect, it } from 'vitest'
import { fieldsOf, headFields, tailFields } from './recordFields'

const t = (key: string) => key
const link = (number: string) => ({
  relation: 'related' as const,
  table: 'complaints',
  id: number,
  number,
})

describe('columns of an export', () => {
  it('writes instants as dates of the estate, and nothing where there is none', () => {
    const { at } = fieldsOf<{ at: string | null }>()
    const { cell } = at('时间', (record) => record.at)
    expect(cell({ at: '2026-11-21T01:30:00.000Z' })).toEqual({ moment: '2026-11-21 09:30' })
    expect(cell({ at: null })).toBe('')
  })

  it('leaves empty what a record does not say', () => {
    const { word } = fieldsOf<{ handling: { department: string } | null }>()
    const { cell, width } = word('责任部门', ({ handling }) => handling?.department)
    expect([cell({ handling: { department: '维修班' } }), cell({ handling: null }), width]).toEqual([
      '维修班',
      '',
      12,
    ])
  })

  it('begins with number and state, and ends with why it is void and what it is linked with', () => {
    const [number, state] = headFields<'open'>(t)
    const record = { number: '客服-TS-2026-0001', state: 'open' as const }
    expect([number?.cell(record), state?.cell(record)]).toEqual(['客服-TS-2026-0001', 'state.open'])
    const [reason, linked] = tailFields(t)
    const ended = {
      void: { reason: '重复登记', by: '主管', at: '2026-11-21T01:30:00.000Z' },
      links: [link('A'), link('B')],
    }
    expect([reason?.cell(ended), linked?.cell(ended)]).toEqual(['重复登记', 'A、B'])
    expect(linked?.cell({ void: null, links: [] })).toBe('')
  })
})
