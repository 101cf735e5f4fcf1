import { Script } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { closed, judged, voided } from '../../domain/complaint/testing'
import { registered as incident } from '../../domain/incident/testing'
import { stored } from '../../domain/lostItem/testing'
import { visited } from '../../domain/visit/testing'
import { MANGO_INDEXES, VIEWS } from '.'

/** What a view says of rows, as CouchDB calls it. */
function emitted(name: string, docs: readonly object[]): [unknown, unknown][] {
  const rows: [unknown, unknown][] = []
  const emit = (key: unknown, value: unknown) => rows.push([key, value])
  const map = new Script(`(${VIEWS[name]?.map ?? ''})`).runInNewContext({ emit }) as (doc: unknown) => void
  for (const doc of docs) map(JSON.parse(JSON.stringify(doc)))
  return JSON.parse(JSON.stringify(rows)) as [unknown, unknown][]
}

const record = (table: string, row: object) => ({ type: 'record', table, row })
const audit = { type: 'audit', entry: { seq: 1 }, detail: null }
const complaint = closed()

describe('what head office reads', () => {
  it('counts records by their state', () => {
    const docs = [record('complaints', complaint), record('users', { id: 'u', name: '林' }), audit]
    expect(emitted('by_table_state', docs)).toEqual([[['complaints', 'closed'], complaint.number]])
  })

  it('finds the month at estate time in which each came in', () => {
    const late = { ...complaint, intake: { ...complaint.intake, registeredAt: '2026-11-30T16:30:00.000Z' } }
    const blank = { ...complaint, state: 'reserved' }
    const visit = visited()
    const docs = [
      record('complaints', late),
      record('complaints', blank),
      record('lostItems', stored()),
      record('incidents', incident()),
      record('visits', visit),
      record('visits', { ...visit, findings: null }),
      record('units', { id: 'u' }),
      audit,
    ]
    expect(emitted('by_register_month', docs).map(([key]) => key)).toEqual([
      ['complaints', '2026-12'],
      ['lostItems', '2026-03'],
      ['incidents', '2026-11'],
      ['visits', '2026-11'],
    ])
  })

  it('counts judged complaints by cause, and adds up losses', () => {
    const docs = [judged({ cause: 'fees' }), complaint, voided()].map((row) => record('complaints', row))
    expect(emitted('complaints_by_cause', docs)).toHaveLength(2)
    expect(emitted('complaints_by_cause', docs)[0]).toEqual([['fees', '2026-11'], 1])
    const losses = [
      { id: 'a', item: '门', amount: 120.5, owner: '' },
      { id: 'b', item: '窗', amount: null, owner: '' },
    ]
    const report = { ...incident(), losses }
    expect(emitted('losses_by_kind', [record('incidents', report), record('complaints', complaint)])).toEqual(
      [[['waterLeak', '2026-11'], 120.5]],
    )
  })

  it('is old JavaScript, and indexes lie under names of their own', () => {
    for (const { map } of Object.values(VIEWS)) expect(map).not.toMatch(/=>|\b(?:let|const)\b|`|\?\?|\?\./)
    expect(new Set(MANGO_INDEXES.map(({ name }) => name)).size).toBe(MANGO_INDEXES.length)
    for (const { index } of MANGO_INDEXES) expect(index.fields.slice(0, 2)).toEqual(['type', 'table'])
  })
})
