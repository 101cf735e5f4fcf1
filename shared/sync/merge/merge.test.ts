import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../../domain/office/settings'
import { inProgress, judged, registered, voided } from '../../domain/complaint/testing'
import type { Complaint } from '../../domain/complaint/types'
import type { Row } from '../wire'
import { mergeRecords } from './merge'
import type { MergeFacts } from './types'

const facts: MergeFacts = {
  month: null,
  isLocked: () => false,
  settings: DEFAULT_SETTINGS,
  accepts: () => true,
}

const rowOf = (record: Complaint) => record as unknown as Row

function merge(base: Complaint | null, ours: Complaint, server: Complaint, more: Partial<MergeFacts> = {}) {
  return mergeRecords({
    table: 'complaints',
    base: base && rowOf(base),
    ours: rowOf(ours),
    server: rowOf(server),
    facts: { ...facts, ...more },
  })
}

const open = registered()
const placed = (place: string): Complaint => ({ ...open, rev: 2, intake: { ...open.intake, place } })
const wanted = (remedy: string): Complaint => ({ ...open, rev: 3, intake: { ...open.intake, remedy } })

describe('two versions of a complaint (issue "Conflicts")', () => {
  it('takes what only one side changed', () => {
    expect(merge(open, open, placed('东门'))).toEqual({ kind: 'take' })
    expect(merge(open, placed('东门'), open)).toEqual({ kind: 'push' })
    expect(merge(open, placed('东门'), placed('东门'))).toEqual({ kind: 'same' })
  })

  it('merges fields that each side changed for itself', () => {
    const merged = merge(open, placed('东门'), wanted('更换'))
    expect(merged).toMatchObject({
      kind: 'merged',
      fields: [],
      row: { rev: 4, intake: { place: '东门', remedy: '更换' } },
    })
  })

  it('asks about a field that both changed, and keeps the server’s', () => {
    expect(merge(open, placed('东门'), placed('西门'))).toEqual({
      kind: 'ask',
      why: 'fields',
      keep: 'server',
      fields: [{ path: 'intake.place', base: open.intake.place, inForce: '西门', waiting: '东门' }],
    })
  })

  it('asks about 作废 against a change, in either direction', () => {
    const base = judged()
    const [gone, edited] = [
      { ...voided(), id: base.id },
      { ...base, summary: '备件不足' },
    ]
    for (const [ours, server] of [
      [gone, edited],
      [edited, gone],
    ] as const) {
      expect(merge(base, ours, server)).toMatchObject({ kind: 'ask', why: 'void', keep: 'server' })
    }
  })

  it('never mixes what both judged', () => {
    const minor = { ...judged({ severity: 'minor', cause: 'fees' }), id: open.id }
    const major = { ...judged({ severity: 'major', cause: 'quality' }), id: open.id }
    const result = merge(open, minor, { ...major, summary: '另记' })
    expect(result).toMatchObject({ kind: 'ask', why: 'fields' })
    if (result.kind !== 'ask') throw new Error(result.kind)
    expect(result.fields.map(({ path }) => path)).toEqual(['judgement'])
  })

  it('takes the erased version, whoever has it', () => {
    const erased = { ...open, erased: { at: open.createdAt, by: '主任', basis: 'retentionOver' as const } }
    expect(merge(open, erased, placed('东门'))).toEqual({ kind: 'push' })
    expect(merge(open, placed('东门'), erased)).toEqual({ kind: 'take' })
  })

  it('renews what the record waits for', () => {
    const base = inProgress()
    const { handling } = base
    if (!handling) throw new Error('no handling')
    const ours = { ...base, intake: { ...base.intake, place: '东门' } }
    const server = { ...base, handling: { ...handling, promisedAt: '2026-11-10T02:00:00.000Z' } }
    const result = merge(base, ours, server)
    expect(result).toMatchObject({
      kind: 'merged',
      row: { duty: { kind: 'promise', dueAt: '2026-11-10T02:00:00.000Z' } },
    })
  })
})
