import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { closed, handled, inProgress, registered, visited } from '../../domain/complaint/testing'
import { missingForClosing } from '../../domain/complaint/commands/requirements'
import type { Complaint } from '../../domain/complaint/types'
import * as incident from '../../domain/incident/testing'
import type { Incident } from '../../domain/incident/types'
import { DEFAULT_SETTINGS } from '../../domain/office/settings'
import { findingsOf, visited as visit } from '../../domain/visit/testing'
import type { SyncTable } from '../travel'
import type { Row } from '../wire'
import { mergeRecords } from './merge'
import { objectionToMerged } from './rules'
import { divided } from './testing'
import type { Merge } from './types'

const rowOf = (record: object) => record as Row

function merge(table: SyncTable, base: object, ours: object, server: object): Merge {
  const facts = { month: null, isLocked: () => false, settings: DEFAULT_SETTINGS, accepts: () => true }
  return mergeRecords({ table, base: rowOf(base), ours: rowOf(ours), server: rowOf(server), facts })
}

const working = (): Complaint => {
  const record = inProgress()
  if (!record.handling) throw new Error('no handling')
  return { ...record, handling: { ...record.handling, measures: '更换门机' } }
}
const measured = (record: Complaint, measures: string): Complaint => ({
  ...record,
  handling: record.handling && { ...record.handling, measures },
})
const completed = (record: Complaint): Complaint => ({
  ...handled(),
  ...record,
  state: 'handled',
  handling: record.handling && { ...record.handling, completedAt: '2026-11-10T08:00:00.000Z' },
})
const important = (): Complaint => {
  const record = visited({ severity: 'important' })
  return { ...record, summary: '已换门机', verification: closed().verification }
}
const shut = (record: Complaint): Complaint => ({ ...record, state: 'closed', closedAt: record.updatedAt })

const told = (): Incident => incident.telling()
const handedIn = (record: Incident): Incident => ({
  ...record,
  state: 'submitted',
  submittedAt: incident.SUBMITTED_AT,
})
const said = (record: Incident, change: Partial<Incident['report']>): Incident => ({
  ...record,
  report: { ...record.report, ...change },
})
const seen = (management: string, services: string) => ({
  ...visit(),
  findings: findingsOf({ parts: { ...NO_PARTS, management, services } }),
})
const NO_PARTS = { management: '', services: '', community: '', needs: '', other: '' }
const month = (change: object) => ({
  id: '2026-11',
  state: 'reviewed',
  sample: null,
  suggestions: [],
  ...change,
})
const idea = { id: 's', text: '加装照明', at: '2026-11-30T01:00:00.000Z', by: '王芳', decision: null }

/** Each side's command was right; one after the other, the second would have been refused. */
const BREAKS: [string, SyncTable, object, object, object][] = [
  ['complaint.measuresRequired', 'complaints', working(), measured(working(), ''), completed(working())],
  [
    'complaint.summaryRequired',
    'complaints',
    important(),
    { ...important(), summary: '' },
    shut(important()),
  ],
  ['incident.preventionRequired', 'incidents', told(), said(told(), { prevention: '' }), handedIn(told())],
  ['visit.contentRequired', 'visits', seen('甲', '乙'), seen('', '乙'), seen('甲', '')],
  [
    'monthReview.undecided',
    'monthReviews',
    month({}),
    month({ suggestions: [idea] }),
    month({ state: 'approved' }),
  ],
]

describe('a merged row passes the rules of its register (issue "Conflicts")', () => {
  it.each(BREAKS)('%s: the server’s stays, ours asks', (key, table, base, ours, server) => {
    for (const side of [base, ours, server])
      expect(objectionToMerged(table, rowOf(side), [], DEFAULT_SETTINGS)?.refusal.key).toBeUndefined()
    for (const [mine, theirs] of [
      [ours, server],
      [server, ours],
    ] as const) {
      const merged = merge(table, base, mine, theirs)
      expect(merged).toMatchObject({ kind: 'ask', why: 'fields', keep: 'server' })
      if (merged.kind !== 'ask') throw new Error(key)
      expect(merged.fields.length).toBeGreaterThan(0)
    }
  })

  it('is not kept from what one of the versions says already', () => {
    const old = said(handedIn(told()), { prevention: '' })
    const merged = merge('incidents', old, said(old, { place: '东门' }), said(old, { course: '已处理' }))
    expect(merged).toMatchObject({ kind: 'merged', fields: [] })
  })

  it('says nothing against a record that only has its number, or is void', () => {
    for (const change of [{ state: 'reserved' }, { state: 'void', void: { at: '', by: '', reason: '' } }]) {
      const record = registered()
      const row = rowOf({ ...record, intake: { ...record.intake, content: '' }, ...change })
      expect(objectionToMerged('complaints', row, [], DEFAULT_SETTINGS)).toBeNull()
    }
  })

  it('holds whatever two desks did: nothing closed lacks what closing asks for', () => {
    fc.assert(
      fc.property(divided, ({ base, ours, server }) => {
        const merged = merge('complaints', base, ours, server)
        if (merged.kind !== 'merged') return
        const row = merged.row as unknown as Complaint
        const [missing] = row.state === 'closed' ? missingForClosing(row) : []
        expect(missing).toBeUndefined()
        const versions = [rowOf(ours), rowOf(server)]
        expect(objectionToMerged('complaints', merged.row, versions, DEFAULT_SETTINGS)).toBeNull()
      }),
      { numRuns: 400, seed: 20261122 },
    )
  })
})
