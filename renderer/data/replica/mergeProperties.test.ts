import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DisputedField } from '../../../shared/domain/dispute/types'
import { DEFAULT_SETTINGS } from '../../../shared/domain/office/settings'
import { nextDuty } from '../../../shared/domain/complaint/duty'
import type { Complaint } from '../../../shared/domain/complaint/types'
import { complaintSchema } from '../../../shared/schema'
import { type Merge, type MergeFacts, mergeRecords, withChosen } from '../../../shared/sync/merge'
import { divided } from '../../../shared/sync/merge/testing'
import { diffFields } from '../../../shared/util/diff'
import { valueAt } from '../../../shared/util/paths'

type Row = Record<string, unknown>

const facts: MergeFacts = {
  month: null,
  isLocked: () => false,
  settings: DEFAULT_SETTINGS,
  accepts: (row) => complaintSchema.safeParse(row).success,
}

const rowOf = (record: Complaint) => record as unknown as Row
const merge = (base: Complaint | null, ours: Complaint, server: Complaint): Merge =>
  mergeRecords({
    table: 'complaints',
    base: base && rowOf(base),
    ours: rowOf(ours),
    server: rowOf(server),
    facts,
  })

/** The row that is in force after a merge, and what waits. */
function after(merged: Merge, ours: Complaint, server: Complaint): { row: Row; fields: DisputedField[] } {
  if (merged.kind === 'merged') return merged
  if (merged.kind === 'ask')
    return { row: rowOf(merged.keep === 'ours' ? ours : server), fields: merged.fields }
  return { row: rowOf(merged.kind === 'push' ? ours : server), fields: [] }
}

/** Fields that keep books, and lists of which the items have ids: looked at by themselves. */
const APART =
  /^(?:rev|updatedAt|duty|steps|links|attachmentIds|prints|others|returnVisits|alsoFirstAskedUserIds)(?:\.|$)/
const changedIn = (base: Complaint, row: Complaint): string[] =>
  diffFields(base, row)
    .map(({ path }) => path)
    .filter((path) => !APART.test(path))
const isAsked = (fields: readonly DisputedField[], path: string): boolean =>
  fields.some(
    (field) => field.path === path || path.startsWith(`${field.path}.`) || field.path.startsWith(`${path}.`),
  )
const says = (row: unknown, path: string): unknown => valueAt(row, path) ?? null
const meets = (paths: readonly string[], path: string): boolean =>
  paths.some((other) => other === path || other.startsWith(`${path}.`) || path.startsWith(`${other}.`))
const idsIn = (row: unknown, list: 'others' | 'returnVisits'): string[] =>
  ((row as Row)[list] as { id: string }[]).map(({ id }) => id)

const RUNS = { numRuns: 500, seed: 20261122 }

describe('whatever two desks did to one complaint (issue "Conflicts")', () => {
  it('loses nothing that one of them alone changed', () => {
    let kept = 0
    fc.assert(
      fc.property(divided, ({ base, ours, server }) => {
        const { row, fields } = after(merge(base, ours, server), ours, server)
        const [mine, theirs] = [changedIn(base, ours), changedIn(base, server)]
        for (const [own, others, made] of [
          [mine, theirs, ours],
          [theirs, mine, server],
        ] as const) {
          for (const path of own.filter((one) => !meets(others, one) && !isAsked(fields, one))) {
            expect(says(row, path), path).toEqual(says(made, path))
            kept += 1
          }
        }
        for (const list of ['others', 'returnVisits'] as const)
          for (const id of [...idsIn(ours, list), ...idsIn(server, list)])
            expect(
              idsIn(row, list).includes(id) || isAsked(fields, `${list}.#${id.replaceAll('.', '%2E')}`),
            ).toBe(true)
      }),
      RUNS,
    )
    expect(kept).toBeGreaterThan(200)
  })

  it('asks about everything that both changed to something else', () => {
    let asked = 0
    fc.assert(
      fc.property(divided, ({ base, ours, server }) => {
        const { fields } = after(merge(base, ours, server), ours, server)
        const theirs = changedIn(base, server)
        for (const path of changedIn(base, ours)) {
          if (!theirs.includes(path) || Object.is(says(ours, path), says(server, path))) continue
          if (diffFields(says(ours, path), says(server, path)).length === 0) continue
          expect(isAsked(fields, path), path).toBe(true)
          asked += 1
        }
      }),
      RUNS,
    )
    expect(asked).toBeGreaterThan(15)
  })

  it('keeps every step, link, scan and print of both', () => {
    fc.assert(
      fc.property(divided, ({ base, ours, server }) => {
        const merged = merge(base, ours, server)
        if (merged.kind !== 'merged') return
        const row = merged.row as unknown as Complaint
        expect(row.steps).toHaveLength(ours.steps.length + server.steps.length - base.steps.length)
        for (const side of [ours, server]) expect(row.steps).toEqual(expect.arrayContaining(side.steps))
        const printed = (record: Complaint) => record.prints['complaintVisit']?.history ?? []
        expect(printed(row)).toHaveLength(
          printed(ours).length + printed(server).length - printed(base).length,
        )
        expect(row.rev).toBe(Math.max(ours.rev, server.rev) + 1)
        expect(row.duty).toEqual(nextDuty(row, DEFAULT_SETTINGS))
        const linked = (record: Complaint, id: string) => record.links.some((link) => link.id === id)
        for (const id of ['x1', 'x2'])
          expect(linked(row, id)).toBe(
            linked(base, id)
              ? linked(ours, id) && linked(server, id)
              : linked(ours, id) || linked(server, id),
          )
      }),
      RUNS,
    )
  })

  it('keeps the same, whichever of them is the server’s', () => {
    const mirrored = { same: 'same', take: 'push', push: 'take', merged: 'both', ask: 'both' } as const
    fc.assert(
      fc.property(divided, fc.boolean(), ({ base, ours, server }, known) => {
        const ancestor = known ? base : null
        const [one, other] = [merge(ancestor, ours, server), merge(ancestor, server, ours)]
        // Where the server's row holds the books of ours already, nothing of ours is merged into it.
        const met = other.kind === 'merged' || other.kind === 'ask' ? 'both' : other.kind
        expect(met).toBe(mirrored[one.kind])
        if (one.kind === 'ask' && other.kind === 'ask') expect(other.why).toBe(one.why)
        const [here, there] = [after(one, ours, server), after(other, server, ours)]
        const asked = ({ fields }: typeof here) => fields.map(({ path }) => path).toSorted()
        expect(asked(there)).toEqual(asked(here))
        // Only what waits differs, and what follows from it; 作废 keeps the whole row of whoever is the server.
        if (one.kind === 'ask' && one.why === 'void') return
        const differ = diffFields(here.row, there.row).map(({ path }) => path)
        const follows = /^(?:duty|rev|updatedAt)(?:\.|$)/
        // Items of lists wait by what they are known, and differ by their place.
        const waits = (path: string): boolean =>
          isAsked(here.fields, path) ||
          here.fields.some((field) => field.path.startsWith(`${path.split('.')[0] ?? ''}.#`))
        for (const path of differ) expect(follows.test(path) || waits(path), path).toBe(true)
        if (here.fields.length === 0) expect(differ).toEqual([])
      }),
      RUNS,
    )
  })

  it('makes rows that their schema takes, also where no ancestor is known', () => {
    const kinds = new Map<string, number>()
    fc.assert(
      fc.property(divided, fc.boolean(), ({ base, ours, server }, known) => {
        const merged = mergeRecords({
          table: 'complaints',
          base: known ? rowOf(base) : null,
          ours: rowOf(ours),
          server: rowOf(server),
          // Nothing is kept back by the check itself.
          facts: { ...facts, accepts: () => true },
        })
        kinds.set(merged.kind, (kinds.get(merged.kind) ?? 0) + 1)
        if (merged.kind === 'merged') expect(complaintSchema.safeParse(merged.row).error).toBeUndefined()
      }),
      RUNS,
    )
    for (const kind of ['take', 'push', 'merged', 'ask', 'same'])
      expect(kinds.get(kind), kind).toBeGreaterThan(5)
  })

  it('is merged once: the others take it, and merging it again changes nothing', () => {
    fc.assert(
      fc.property(divided, ({ base, ours, server }) => {
        expect(merge(base, ours, ours)).toEqual({ kind: 'same' })
        const merged = merge(base, ours, server)
        if (merged.kind !== 'merged') return
        const row = merged.row as unknown as Complaint
        expect(merge(server, row, server)).toEqual({ kind: 'push' })
        expect(merge(server, server, row)).toEqual({ kind: 'take' })
        expect(merge(ours, ours, row)).toEqual({ kind: 'take' })
      }),
      RUNS,
    )
  })

  it('says what was chosen of the version that waits, and nothing of what was not', () => {
    let chosen = 0
    fc.assert(
      fc.property(divided, ({ base, ours, server }) => {
        const { row, fields } = after(merge(base, ours, server), ours, server)
        const all = fields.map(({ path }) => path)
        expect(withChosen('complaints', row, fields, [], DEFAULT_SETTINGS)).toEqual(
          withChosen('complaints', row, [], all, DEFAULT_SETTINGS),
        )
        if (all.length === 0) return
        const taken = withChosen('complaints', row, fields, all, DEFAULT_SETTINGS)
        for (const path of changedIn(base, ours)) expect(says(taken, path), path).toEqual(says(ours, path))
        expect(complaintSchema.safeParse(taken).error).toBeUndefined()
        chosen += 1
      }),
      RUNS,
    )
    expect(chosen).toBeGreaterThan(50)
  })
})
