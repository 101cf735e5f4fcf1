import { describe, expect, it } from 'vitest'
import { registered, submitted, telling } from '../../domain/incident/testing'
import { DEFAULT_SETTINGS } from '../../domain/office/settings'
import type { SyncTable } from '../travel'
import type { Row } from '../wire'
import { choiceUnitOf, chosenWith, withChosen } from './chosen'
import { mergeRecords } from './merge'
import type { Merge } from './types'

function merge(base: object | null, ours: object, server: object, table: SyncTable = 'incidents'): Merge {
  const facts = { month: null, isLocked: () => false, settings: DEFAULT_SETTINGS, accepts: () => true }
  const row = (record: object) => record as Row
  return mergeRecords({ table, base: base && row(base), ours: row(ours), server: row(server), facts })
}

/** What is in force, and what waits, as `path: waiting`. */
function said(merged: Merge): { row: Row; waits: Record<string, unknown> } {
  if (merged.kind !== 'merged' && merged.kind !== 'ask') throw new Error(merged.kind)
  const waits = Object.fromEntries(merged.fields.map(({ path, waiting }) => [path, waiting]))
  return { row: merged.kind === 'merged' ? merged.row : {}, waits }
}

const at = (minute: number) => `2026-11-20T14:${String(minute).padStart(2, '0')}:00.000Z`
const line = (id: string, minute: number) => ({
  id,
  at: at(minute),
  text: id,
  by: '小林',
  userId: 'u',
  struck: null,
})
const loss = (id: string, amount: number | null, item = id) => ({ id, item, amount, owner: '' })
const first = { ...registered(), timeline: [line('a', 1)], losses: [loss('x', 10)] }

describe('lists of things (issue "Conflicts")', () => {
  it('keep the new ones of both sides, a 时间线 in the order of its stamps', () => {
    const ours = { ...first, timeline: [...first.timeline, line('b', 5)] }
    const server = { ...first, timeline: [...first.timeline, line('c', 3), line('d', 9)] }
    const { row, waits } = said(merge(first, ours, server))
    expect(waits).toEqual({})
    expect((row['timeline'] as { id: string }[]).map(({ id }) => id)).toEqual(['a', 'c', 'b', 'd'])
  })

  it('keep the new ones of both beside what stood there, in one order whoever is the server', () => {
    const ours = { ...first, losses: [...first.losses, loss('z', 1)] }
    const server = { ...first, losses: [...first.losses, loss('y', 2)] }
    for (const merged of [merge(first, ours, server), merge(first, server, ours)])
      expect(said(merged).row['losses']).toEqual([loss('x', 10), loss('y', 2), loss('z', 1)])
  })

  it('take a change of one side and another’s of the other', () => {
    const both = { ...first, losses: [loss('x', 10), loss('y', 2)] }
    const ours = { ...both, losses: [loss('x', 10, '门'), loss('y', 2)] }
    const server = { ...both, losses: [loss('x', 10), loss('y', 2, '窗')] }
    expect(said(merge(both, ours, server)).row['losses']).toEqual([loss('x', 10, '门'), loss('y', 2, '窗')])
  })

  it('let go what one side took away, unless the other changed it', () => {
    const gone = { ...first, losses: [] }
    const other = { ...first, report: { ...first.report, place: '东门' } }
    expect(said(merge(first, gone, other)).row['losses']).toEqual([])
    expect(said(merge(first, other, gone)).row['losses']).toEqual([])
    const changed = { ...first, losses: [loss('x', 10, '门')] }
    expect(said(merge(first, gone, changed)).waits).toEqual({ 'losses.#x': null })
    expect(said(merge(first, changed, gone)).waits).toEqual({ 'losses.#x': loss('x', 10, '门') })
  })

  it('ask about money that both changed, with all that goes with it', () => {
    const [ours, server] = [
      { ...first, losses: [loss('x', 20)] },
      { ...submitted(), id: first.id, timeline: first.timeline, losses: [loss('x', 30)] },
    ]
    const { waits } = said(merge(first, ours, server))
    expect(waits).toMatchObject({ 'losses.#x.amount': 20, state: 'handling', submittedAt: null })
  })

  it('ask where both gave the next number', () => {
    const grown = (id: string) => ({
      ...first,
      supplements: [{ id, seq: 1, text: id, at: at(1), by: '', attachmentIds: [] }],
    })
    const { waits } = said(merge(first, grown('m'), grown('s')))
    expect(Object.keys(waits)).toEqual(['supplements.#s', 'supplements.#m'])
    expect(said(merge(first, grown('m'), { ...first, timeline: [] })).row['supplements']).toHaveLength(1)
  })

  it('hold moments and amounts of a type’s own fields together, its words apart', () => {
    const details = (values: object) => ({ ...first, details: values })
    const { row, waits } = said(
      merge(
        details({ a: '甲', at: at(1) }),
        details({ a: '乙', at: at(1), n: 3 }),
        details({ a: '甲', at: at(2), b: '丙' }),
      ),
    )
    expect(row['details']).toEqual({ a: '乙', at: at(2), b: '丙' })
    expect(waits).toEqual({ 'details.at': at(1), 'details.n': 3 })
  })

  it('tick a shelf from both ends', () => {
    const thing = (itemId: string, tick: object | null) => ({
      itemId,
      number: itemId,
      name: '',
      quantity: 1,
      storedAt: 'A',
      tick,
      left: false,
    })
    const count = (lines: object[], updatedAt: string) => ({ id: 'c', rev: 1, lines, strays: [], updatedAt })
    const tick = (by: string) => ({ way: 'scan', at: at(2), by })
    const base = count([thing('1', null), thing('2', null), thing('3', null)], at(0))
    const ours = count([thing('1', tick('甲')), thing('2', tick('甲')), thing('3', null)], at(3))
    const server = count([thing('1', null), thing('2', tick('乙')), thing('3', tick('乙'))], at(2))
    const { row, waits } = said(merge(base, ours, server, 'shelfCounts'))
    expect(waits).toEqual({})
    expect((row['lines'] as { tick: { by: string } }[]).map((one) => one.tick.by)).toEqual(['甲', '甲', '乙'])
  })
})

describe('prints of a form', () => {
  const print = (version: number, digest: string, by: string) => ({
    version,
    printedAt: at(version),
    printedBy: by,
    printedDigest: digest,
    history: [{ version, at: at(version), by, way: 'printer', copies: 1 }],
    signature: null,
    filing: null,
  })
  const withPrint = (state: object | null) => ({ ...first, prints: state ? { incidentReport: state } : {} })
  const printed = (merged: Merge) => said(merged).row['prints'] as { incidentReport: Record<string, unknown> }
  const signed = (version: number, by: string) => ({
    outcome: 'signed',
    by,
    at: at(9),
    reason: '',
    version,
    recordedBy: '',
  })

  it('are both known, and of two newest sheets none is the newest', () => {
    const merged = merge(withPrint(null), withPrint(print(1, 'd1', '甲')), withPrint(print(1, 'd2', '乙')))
    expect(printed(merged).incidentReport).toMatchObject({ version: 1, printedDigest: '', signature: null })
    expect(printed(merged).incidentReport['history']).toHaveLength(2)
    const later = merge(withPrint(null), withPrint(print(2, 'd1', '甲')), withPrint(print(1, 'd2', '乙')))
    expect(printed(later).incidentReport).toMatchObject({ version: 2, printedDigest: 'd1', printedBy: '甲' })
  })

  it('come with a signature that one side has, and ask about two', () => {
    const base = print(1, 'd1', '甲')
    const more = withPrint({ ...base, history: [...base.history, ...print(1, 'd1', '丙').history] })
    const ours = withPrint({ ...base, signature: signed(1, '业主') })
    expect(printed(merge(withPrint(base), ours, more)).incidentReport['signature']).toEqual(signed(1, '业主'))
    const other = withPrint({ ...base, signature: signed(1, '家属') })
    const { waits } = said(merge(withPrint(base), ours, other))
    expect(waits).toEqual({ 'prints.incidentReport.signature': signed(1, '业主') })
  })

  it('bring no signature in force that waits', () => {
    const ours = { ...withPrint({ ...print(1, 'd1', '甲'), signature: signed(1, '业主') }) }
    const { row, waits } = said(merge(withPrint(null), ours, { ...first, restricted: true }))
    expect(waits).toMatchObject({ 'prints.incidentReport.signature': signed(1, '业主') })
    expect(row['prints']).toMatchObject({ incidentReport: { version: 1, signature: null } })
  })

  it('show the scan of the newest version', () => {
    const base = print(2, 'd', '甲')
    const filing = (version: number) => ({ attachmentId: `a${version}`, version, at: at(1), by: '' })
    const [ours, server] = [
      { ...base, filing: filing(1) },
      { ...base, filing: filing(2) },
    ]
    for (const sides of [
      [ours, server],
      [server, ours],
    ] as const) {
      const other = { ...withPrint(sides[1]), report: { ...first.report, place: '东门' } }
      const merged = merge(withPrint(base), { ...withPrint(sides[0]), restricted: true }, other)
      expect(printed(merged).incidentReport['filing']).toEqual(filing(2))
    }
  })
})

describe('what was chosen', () => {
  it('goes together where it was decided together', () => {
    expect(choiceUnitOf('incidents', 'losses.#x.amount')).toBe('together')
    expect(choiceUnitOf('incidents', 'losses.#x.item')).toBe('plain')
    expect(choiceUnitOf('incidents', 'timeline.#x')).toBe('plain')
    expect(choiceUnitOf('incidents', 'prints.incidentReport.signature')).toBe('together')
    const field = (path: string) => ({ path, base: null, inForce: null, waiting: null })
    const fields = ['state', 'report.place', 'submittedAt'].map(field)
    expect(chosenWith('incidents', fields, 'state')).toEqual(['state', 'submittedAt'])
    expect(chosenWith('incidents', fields, 'report.place')).toEqual(['report.place'])
  })

  it('is put where it stood, and taken away where the waiting version has none', () => {
    const row = telling() as unknown as Row
    const field = (path: string, waiting: unknown) => ({ path, base: null, inForce: null, waiting })
    const fields = [
      field('report.place', '东门'),
      field('losses.#l1.amount', 7),
      field('parties.#p1', null),
      field('details.leakSource', null),
      field('insurance', null),
    ]
    const chosen = withChosen(
      'incidents',
      row,
      fields,
      fields.map(({ path }) => path),
      DEFAULT_SETTINGS,
    )
    expect(chosen).toMatchObject({
      report: { place: '东门' },
      losses: [{ id: 'l1', amount: 7 }],
      parties: [],
      details: {},
      insurance: null,
    })
    expect(withChosen('incidents', row, fields, ['insurance'], DEFAULT_SETTINGS)).toMatchObject({
      parties: [{ id: 'p1' }],
      insurance: null,
    })
  })
})
