import { describe, expect, it } from 'vitest'
import { complaintMonthFacts } from '../../domain/complaint/monthFacts'
import { answered, closed, handled, inProgress } from '../../domain/complaint/testing'
import type { Complaint } from '../../domain/complaint/types'
import type { MonthFacts } from '../../domain/month/facts'
import { objectionToWrite } from '../../domain/month/lock'
import { DEFAULT_SETTINGS } from '../../domain/office/settings'
import type { RecordLink } from '../../domain/register/types'
import type { Row } from '../wire'
import { mergeRecords } from './merge'
import type { MergeFacts } from './types'

const rowOf = (record: Complaint) => record as unknown as Row
const isLocked = (month: string): boolean => month === '2026-11'
const facts: MergeFacts = {
  month: complaintMonthFacts as unknown as MonthFacts<Row>,
  isLocked,
  settings: DEFAULT_SETTINGS,
  accepts: () => true,
}

function merge(base: Complaint | null, ours: Complaint, server: Complaint, more: Partial<MergeFacts> = {}) {
  const rows = { base: base && rowOf(base), ours: rowOf(ours), server: rowOf(server) }
  const merged = mergeRecords({ table: 'complaints', ...rows, facts: { ...facts, ...more } })
  if (merged.kind !== 'ask') return merged.kind
  return `${merged.why} ${merged.keep}`
}

const done = closed()
const open = { ...inProgress(), id: done.id }
const said = (record: Complaint, summary: string): Complaint => ({ ...record, rev: record.rev + 1, summary })
const placed = (record: Complaint): Complaint => ({ ...record, intake: { ...record.intake, place: '东门' } })
const scanned = (record: Complaint): Complaint => ({
  ...record,
  attachmentIds: [...record.attachmentIds, 'scan'],
})
const link: RecordLink = {
  table: 'corrections',
  id: 'bg',
  number: '客服-BG-2026-0001',
  relation: 'correction',
}
const corrected = (record: Complaint): Complaint => ({
  ...said(record, '更正'),
  links: [...record.links, link],
})

/** November was signed on `desk-1`, which knew of desk-2 up to its fifth command. */
const signingOf = () => ({ chains: { 'desk-1': 40, 'desk-2': 5 }, deviceId: 'desk-1' })
const seen = (ours: Record<string, number>, server: Record<string, number>) => ({
  signingOf,
  seen: { ours, server },
})

describe('a record that a signed month keeps (domain 12)', () => {
  it.each<[string, Complaint | null, Complaint, Complaint, Partial<MergeFacts>, string]>([
    ['what may grow beside it is merged', done, scanned(done), { ...done, links: [link] }, {}, 'merged'],
    ['a change made without knowing of the lock waits', done, said(done, '改写'), done, {}, 'locked server'],
    ['so does one beside what may grow', done, said(done, '改写'), scanned(done), {}, 'locked server'],
    ['and one of what came in', open, placed(open), said(open, '备件不足'), {}, 'locked server'],
    ['while the matter itself goes on', open, said(open, '备件不足'), scanned(open), {}, 'merged'],
    [
      'an end dated into it afterwards waits',
      open,
      done,
      open,
      seen({ 'desk-2': 6 }, { 'desk-2': 3 }),
      'locked server',
    ],
    ['an end that the signer knew counts', open, done, open, seen({ 'desk-2': 5 }, { 'desk-2': 3 }), 'push'],
    ['and one made by the signer itself', open, done, open, seen({ 'desk-1': 44 }, { 'desk-2': 3 }), 'push'],
    [
      'against whoever went on without it',
      open,
      done,
      placed(open),
      seen({ 'desk-1': 9 }, { 'desk-2': 6 }),
      'locked ours',
    ],
    [
      'whichever side is the server’s',
      open,
      placed(open),
      done,
      seen({ 'desk-2': 6 }, { 'desk-1': 9 }),
      'locked server',
    ],
    [
      'what came without knowing of it does not count',
      done,
      done,
      said(done, '改写'),
      seen({ 'desk-1': 9 }, { 'desk-1': 9, 'desk-2': 6 }),
      'locked ours',
    ],
    [
      'but where its sender knew of the lock',
      done,
      done,
      said(done, '改写'),
      { ...seen({ 'desk-1': 9 }, { 'desk-2': 6 }), serverFrozen: true },
      'take',
    ],
    ['a 更正单 changes it: taken', done, done, corrected(done), {}, 'take'],
    ['a 更正单 changes it: sent', done, corrected(done), done, {}, 'push'],
    ['a 更正单 beside a print', done, corrected(done), scanned(done), {}, 'merged'],
    ['a 更正单 against a change without one', done, corrected(done), said(done, '改写'), {}, 'locked ours'],
    ['an ancestor nobody knows', null, said(done, '改写'), done, {}, 'locked server'],
  ])('%s', (_, ...[base, ours, server, more, expected]) => {
    expect(merge(base, ours, server, more)).toBe(expected)
  })

  it('stands by what grew under the lock, though its signer knew nothing of that either', () => {
    const past = { ...seen({ 'desk-1': 9, 'desk-3': 10 }, { 'desk-2': 6 }), oursFrozen: true }
    const changed = said(done, '改写')
    expect(merge(null, scanned(done), changed, past)).toBe('locked ours')
    expect(merge(null, scanned(done), changed, { ...past, oursFrozen: false })).toBe('locked server')
    // Both knew of the lock: what differs came by a 更正单, or is the server's.
    expect(merge(null, scanned(done), changed, { ...past, serverFrozen: true })).toBe('locked server')
  })

  it('asks nothing where no month is locked', () => {
    expect(merge(done, said(done, '改写'), scanned(done), { isLocked: () => false })).toBe('merged')
    expect(merge(done, said(done, '改写'), scanned(done), { month: null })).toBe('merged')
  })

  it('says what waits of the version that does not count', () => {
    const merged = mergeRecords({
      table: 'complaints',
      base: rowOf(done),
      ours: rowOf(said(done, '改写')),
      server: rowOf(done),
      facts,
    })
    expect(merged).toMatchObject({ fields: [{ path: 'summary', inForce: done.summary, waiting: '改写' }] })
  })

  it('never lets a merge change what a signed month keeps', () => {
    const versions = [
      done,
      said(done, '改写'),
      placed(done),
      scanned(done),
      open,
      said(open, '备件'),
      placed(open),
    ]
    const others = [...versions, { ...answered(handled()), id: done.id }]
    let merges = 0
    for (const base of [done, open]) {
      for (const ours of others) {
        for (const server of others) {
          const merged = mergeRecords({
            table: 'complaints',
            base: rowOf(base),
            ours: rowOf(ours),
            server: rowOf(server),
            facts,
          })
          if (merged.kind !== 'merged') continue
          const month = facts.month as MonthFacts<Row>
          expect(objectionToWrite(month, rowOf(server), merged.row, isLocked)).toBeNull()
          merges += 1
        }
      }
    }
    expect(merges).toBeGreaterThan(5)
  })
})
