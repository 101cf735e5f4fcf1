import { describe, expect, it } from 'vitest'
import { TABLE_SCHEMAS } from '../../../shared/schema/tables'
import {
  fromWire,
  goes,
  isSyncTable,
  SYNC_TABLES,
  type SyncTable,
  toWire,
  TRAVELS,
  withheldFrom,
  withheldOf,
  withholdable,
} from '../../../shared/sync/travel'
import { rowGoes } from '../../../shared/sync/hanging'
import { KEEPABLE } from '../../../shared/sync/keptBack'
import { traitsOf } from '../core/rowTraits'
import { RECORD_TABLES, type RecordTable } from '../core/tables'

/** A table that does not say whether it travels is a compile error here, and so is one that is no table. */
const said: Record<RecordTable, unknown> = TRAVELS
const known: Record<keyof typeof TRAVELS, unknown> = Object.fromEntries(
  RECORD_TABLES.map((table) => [table, true]),
) as Record<RecordTable, true>

describe('what travels', () => {
  it('is said of every table, and PIN hashes never do', () => {
    expect(Object.keys(said).toSorted()).toEqual([...RECORD_TABLES].toSorted())
    expect(Object.keys(known).toSorted()).toEqual(Object.keys(said).toSorted())
    expect(isSyncTable('credentials')).toBe(false)
    expect(goes('credentials', [])).toBe(false)
    for (const table of ['drafts', 'meta', 'numbers', 'counters', 'outbox', 'agreed', 'pendingJournal'])
      expect(isSyncTable(table)).toBe(false)
    expect([...SYNC_TABLES].toSorted()).toEqual(Object.keys(TABLE_SCHEMAS).toSorted())
  })

  it('goes by the office’s setting', () => {
    expect(goes('visits', ['visits'])).toBe(false)
    expect(goes('visits', ['incidents.injuries'])).toBe(true)
    expect(withheldOf('incidents', ['incidents.injuries', 'persons.idLastFour'])).toEqual(['injuries'])
    expect(withheldOf('complaints', ['complaints.intake'])).toEqual([])
    expect(withholdable('personRequests')).toContain('personRequests.phone')
  })
})

describe('what hangs on a record', () => {
  const filed = { filed: { table: 'incidents' } }
  it.each([
    ['attachments', { table: 'incidents' }, [], true],
    ['attachments', { table: 'incidents' }, ['incidents'], false],
    ['attachments', { table: 'incidents' }, ['attachments'], false],
    ['attachments', { table: 'complaints' }, ['incidents'], true],
    ['attachments', { table: 'incidents' }, ['incidents.injuries'], true],
    ['attachments', { table: 'incidents', erased: {} }, ['incidents'], true],
    ['attachments', { table: 'incidents', erased: {} }, ['attachments'], false],
    ['scans', filed, [], true],
    ['scans', filed, ['incidents'], false],
    ['scans', filed, ['complaints'], true],
    ['scans', { filed: null }, ['complaints'], false],
    ['scans', { filed: null }, ['visits'], false],
    ['scans', { filed: null }, ['units', 'incidents.injuries'], true],
    ['complaints', { id: 'c' }, ['incidents'], true],
    ['complaints', { id: 'c' }, ['complaints'], false],
  ])('%s %j, where %j stay: %s', (table, row, notReplicated, going) => {
    expect(rowGoes(table, row, notReplicated)).toBe(going)
  })
})

const sealedOf = (table: SyncTable): readonly string[] => traitsOf(table).sealed ?? []
const sealed = SYNC_TABLES.flatMap((table) => sealedOf(table).map((field) => [table, field] as const))

describe('sensitive fields', () => {
  it.each(sealed)('%s.%s is kept back with a blank that its rows may have, or is needed', (table, field) => {
    const { withheld = {}, needed = [] } = TRAVELS[table] as {
      withheld?: Record<string, unknown>
      needed?: readonly string[]
    }
    expect(Object.hasOwn(withheld, field)).not.toBe(needed.includes(field))
    if (needed.includes(field)) return
    const { shape } = TABLE_SCHEMAS[table]
    expect(shape[field as keyof typeof shape]).toBeDefined()
    const schema = shape[field as keyof typeof shape] as {
      safeParse: (value: unknown) => { success: boolean }
    }
    expect(schema.safeParse(withheld[field])).toMatchObject({ success: true })
  })

  it('are all that is kept back, and all that is needed', () => {
    for (const table of SYNC_TABLES) {
      const { withheld = {}, needed = [] } = TRAVELS[table] as {
        withheld?: object
        needed?: readonly string[]
      }
      expect([...Object.keys(withheld), ...needed].toSorted()).toEqual([...sealedOf(table)].toSorted())
    }
  })
})

describe('a row on its way', () => {
  const row = { id: 'i1', injuries: [{ id: 'j' }], state: 'handling', listKeys: ['all'] }

  it('goes without list keys, and with blanks for what stays here', () => {
    expect(toWire('incidents', row, [])).toEqual({ id: 'i1', injuries: [{ id: 'j' }], state: 'handling' })
    expect(toWire('incidents', row, ['injuries'])).toEqual({ id: 'i1', injuries: [], state: 'handling' })
  })

  it('comes without touching what its sender kept back', () => {
    const came = { id: 'i1', injuries: [], state: 'submitted' }
    expect(fromWire('incidents', came, ['injuries'], row)).toEqual({ ...came, injuries: [{ id: 'j' }] })
    expect(fromWire('incidents', came, ['injuries'], null)).toEqual(came)
    // What another release keeps back by mistake is no field of ours.
    expect(fromWire('incidents', came, ['state'], row)).toMatchObject({ state: 'submitted' })
  })

  it('takes out of 待核对 what is kept back of the record that it is about, and leaves it where it is', () => {
    const kept = ['incidents.injuries', 'visits']
    const [place, hurt] = [
      { path: 'report.place', base: '', inForce: '东门', waiting: '西门' },
      { path: 'injuries.#j.condition', base: '', inForce: '', waiting: '左臂骨折' },
    ]
    const dispute = { id: 'd', table: 'incidents', state: 'open', fields: [place, hurt], waiting: row }
    const withheld = withheldFrom('disputes', dispute, kept)
    const sent = toWire('disputes', dispute, withheld)
    expect(sent).toEqual({ ...dispute, fields: [place], waiting: { ...row, injuries: [] } })
    // Decided elsewhere, it comes back without.
    const decided = { ...sent, state: 'taken' }
    expect(fromWire('disputes', decided, withheld, dispute)).toEqual({ ...dispute, state: 'taken' })
    expect(fromWire('disputes', decided, withheld, null)).toEqual(decided)
    const ofVisit = { ...dispute, table: 'visits' }
    const nothing = toWire('disputes', ofVisit, withheldFrom('disputes', ofVisit, kept))
    expect(nothing).toEqual({ ...ofVisit, fields: [], waiting: {} })
    expect(fromWire('disputes', nothing, withheldFrom('disputes', ofVisit, kept), ofVisit)).toEqual(ofVisit)
    expect(withheldFrom('disputes', dispute, [])).toEqual([])
    expect(withheldFrom('incidents', row, kept)).toEqual(['injuries'])
  })

  const SAID = '陈述原话'
  it.each(KEEPABLE)('says %s in no 更正单 and no line of 待核对 either', (name) => {
    const [table = '', field = 'number'] = name.split('.')
    const path = `${field}.0.statement`
    const correction = {
      id: 'c',
      target: { table, id: 'r', number: 'N' },
      changes: [{ path, before: '', after: SAID }],
      reason: SAID,
      state: 'requested',
    }
    const differs = { path, base: null, inForce: SAID, waiting: SAID }
    const line = { id: 'd', table, state: 'open', fields: [differs], waiting: { id: 'r', [field]: [SAID] } }
    const changes = { path: 'changes', base: [], inForce: [], waiting: correction.changes }
    const ofNote = { id: 'e', table: 'corrections', state: 'open', fields: [changes], waiting: correction }
    for (const [to, own] of [
      ['corrections', correction],
      ['disputes', line],
      ['disputes', ofNote],
    ] as const) {
      const withheld = withheldFrom(to, own, [name])
      const sent = toWire(to, own, withheld)
      expect(JSON.stringify(sent)).not.toContain(SAID)
      // Somebody elsewhere writes on; sent back from there it takes nothing away here.
      const elsewhere = { ...fromWire(to, sent, withheld, null), state: 'void' }
      const back = withheldFrom(to, elsewhere, [name])
      expect(fromWire(to, toWire(to, elsewhere, back), back, own)).toEqual({ ...own, state: 'void' })
      expect(withheldFrom(to, own, [])).toEqual([])
    }
  })

  it('brings nothing back that was erased by law', () => {
    const came = { id: 'i1', injuries: [], erased: { at: '', by: '', basis: 'other' } }
    expect(fromWire('incidents', came, ['injuries'], row)['injuries']).toEqual([])
  })

  it('leaves each machine its own letter', () => {
    const office = { id: 'o', officeName: '管理处', deviceLetter: 'B' }
    expect(toWire('office', office, [])).toMatchObject({ officeName: '管理处', deviceLetter: '' })
    const came = { ...office, officeName: '客服中心', deviceLetter: '' }
    expect(fromWire('office', came, [], { ...office, deviceLetter: 'C' })).toMatchObject({
      officeName: '客服中心',
      deviceLetter: 'C',
    })
  })
})
