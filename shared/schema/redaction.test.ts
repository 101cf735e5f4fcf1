import { describe, expect, it } from 'vitest'
import { redacting } from './redaction'

const line = (
  seq: number,
  opId: string,
  writes: object[],
  detail: object | null = { opId, changes: ['王小明'] },
) => ({
  seq,
  prev: '',
  digest: 'd',
  body: JSON.stringify({ audit: { seq, opId, refs: [] }, detail, writes }),
})

describe('words taken out of the journal (domain 13)', () => {
  const reword = redacting({ rows: [{ table: 'complaints', id: 'c1', before: 9 }], details: ['op1'] })

  it('leaves the head of an entry, and which row it wrote', () => {
    const writes = [
      { table: 'complaints', put: { id: 'c1', content: '王小明' } },
      { table: 'complaints', put: { id: 'c2', content: '别人' } },
    ]
    const said = JSON.parse(reword(line(3, 'op1', writes)))
    expect(said.audit).toEqual({ seq: 3, opId: 'op1', refs: [] })
    expect(said.detail).toBeNull()
    expect(said.writes).toEqual([{ table: 'complaints', erased: 'c1' }, writes[1]])
  })

  it('keeps what was left of the row, and every other line to the letter', () => {
    const left = line(9, 'op9', [{ table: 'complaints', put: { id: 'c1', content: '已按规定删除' } }])
    expect(reword(left)).toBe(left.body)
    const other = line(4, 'op4', [{ table: 'visits', put: { id: 'c1' } }])
    expect(reword(other)).toBe(other.body)
  })

  it('takes them out of a journal that was written anew from the tables', () => {
    const writes = [{ table: 'auditDetails', put: { opId: 'op1', changes: ['王小明'] } }]
    expect(reword(line(2, 'op2', writes, null))).not.toContain('王小明')
  })

  it('says the same when it is done again', () => {
    const once = line(3, 'op1', [{ table: 'complaints', put: { id: 'c1' } }])
    const said = reword(once)
    expect(reword({ ...once, body: said })).toBe(said)
  })
})
