import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { closed, judged, registered, voided } from '../../domain/complaint/testing'
import type { Dispute, DisputeKind } from '../../domain/dispute/types'
import type { Role } from '../../domain/office/types'
import { contextAt } from '../../domain/register/testing'
import { choiceUnitOf, chosenWith, mergeRecords } from '../merge'
import type { Row } from '../wire'
import { type Choice, decide, type DisputeContext, numbered } from './decide'

const NOW = '2026-11-20T02:00:00.000Z'
const by = (role: Role, accepts = true): DisputeContext => ({
  ...contextAt(NOW, role),
  accepts: () => accepts,
})
const SUPERVISOR = by('supervisor')
const open = registered() as unknown as Row

function disputeOf(kind: DisputeKind, more: Partial<Dispute> = {}): Dispute {
  return {
    id: 'd',
    table: 'complaints',
    recordId: String(open['id']),
    number: String(open['number']),
    kind,
    fields: [],
    waiting: open,
    deviceId: 'machine-b',
    opId: 'op-b',
    foundAt: '2026-11-19T02:00:00.000Z',
    state: 'open',
    decidedAt: null,
    decidedBy: '',
    chosen: [],
    ...more,
  }
}

const place = { path: 'intake.place', base: '5号楼电梯', inForce: '西门', waiting: '东门' }
const cause = { path: 'judgement', base: null, inForce: null, waiting: { cause: 'fees' } }
const until = { path: 'dueAt', base: null, inForce: null, waiting: NOW }
const keep: Choice = { way: 'keep' }
const take = (...chosen: string[]): Choice => ({ way: 'fields', chosen })

describe('a decision over two versions (issue "Conflicts")', () => {
  it('writes the chosen field of the waiting version, one revision on, and says who decided', () => {
    const answer = decide(disputeOf('fields', { fields: [place] }), open, take('intake.place'), SUPERVISOR)
    expect(answer).toMatchObject({
      ok: true,
      value: {
        row: { rev: Number(open['rev']) + 1, updatedAt: NOW, intake: { place: '东门', remedy: '尽快修好' } },
        dispute: { state: 'taken', chosen: ['intake.place'], decidedAt: NOW, decidedBy: '周主管' },
      },
    })
  })

  it.each(['fields', 'void', 'locked', 'number'] as const)('can keep what is in force: %s', (kind) => {
    expect(decide(disputeOf(kind, { fields: [place] }), null, keep, SUPERVISOR)).toMatchObject({
      ok: true,
      value: { row: null, dispute: { state: 'kept', chosen: [], decidedBy: '周主管' } },
    })
  })

  it.each<[DisputeKind, Choice]>([
    ['locked', take('intake.place')],
    ['locked', { way: 'whole' }],
    ['void', take('intake.place')],
    ['fields', { way: 'whole' }],
    ['number', take('intake.place')],
    ['fields', { way: 'number', renumbered: 'held' }],
  ])('refuses of %s what is not its to choose', (kind, choice) => {
    expect(decide(disputeOf(kind, { fields: [place] }), open, choice, SUPERVISOR)).toMatchObject({
      ok: false,
      refusal: { key: 'dispute.wrongWay' },
    })
  })

  it.each<[string, Partial<Dispute>, Row | null, Choice, DisputeContext]>([
    ['dispute.decided', { state: 'kept' }, open, take('intake.place'), SUPERVISOR],
    ['dispute.nothingChosen', {}, open, take(), SUPERVISOR],
    ['dispute.fieldUnknown', {}, open, take('intake.content'), SUPERVISOR],
    ['record.missing', {}, null, take('intake.place'), SUPERVISOR],
    ['record.erased', {}, { ...open, erased: { at: NOW } }, take('intake.place'), SUPERVISOR],
    ['dispute.notWhole', {}, open, take('intake.place'), by('supervisor', false)],
    ['dispute.notTogether', { fields: [cause, until] }, open, take('judgement'), SUPERVISOR],
    ['role.notAllowed', {}, open, take('intake.place'), by('clerk')],
    ['role.notAllowed', {}, open, keep, by('viewer')],
    ['role.notAllowed', { table: 'users' }, open, keep, SUPERVISOR],
    ['role.notAllowed', { table: 'settings' }, open, keep, SUPERVISOR],
    ['dispute.wrongWay', { table: 'credentials' }, open, keep, by('director')],
  ])('refuses %s', (key, more, row, choice, ctx) => {
    const answer = decide(disputeOf('fields', { fields: [place], ...more }), row, choice, ctx)
    expect(answer).toMatchObject({ ok: false, refusal: { key } })
  })

  it('refuses what the register’s own command would have: a closed record that lacks what closing asks for', () => {
    const shut = { ...closed(), judgement: { ...closed().judgement, severity: 'important' }, summary: '已换' }
    const fields = [{ path: 'summary', base: '已换', inForce: '已换', waiting: '' }]
    const dispute = disputeOf('fields', { fields, waiting: { ...shut, summary: '' } })
    const answer = decide(dispute, shut as unknown as Row, take('summary'), SUPERVISOR)
    expect(answer).toMatchObject({ ok: false, refusal: { key: 'complaint.summaryRequired' } })
  })

  it('takes the whole version that waits of 作废, with the books of both', () => {
    const base = judged()
    const gone = { ...voided(), id: base.id, attachmentIds: ['a'] } as unknown as Row
    const edited = { ...base, summary: '备件不足', attachmentIds: ['b'] } as unknown as Row
    const merge = mergeRecords({
      table: 'complaints',
      base: base as unknown as Row,
      ours: edited,
      server: gone,
      facts: { month: null, isLocked: () => false, settings: SUPERVISOR.settings, accepts: () => true },
    })
    if (merge.kind !== 'ask') throw new Error(merge.kind)
    const answer = decide(
      disputeOf('void', { fields: merge.fields, waiting: edited }),
      gone,
      { way: 'whole' },
      SUPERVISOR,
    )
    expect(answer).toMatchObject({
      ok: true,
      value: { row: { void: null, state: base.state, summary: '备件不足' }, dispute: { state: 'taken' } },
    })
    if (!answer.ok) return
    expect(new Set(answer.value.row?.['attachmentIds'] as string[])).toEqual(new Set(['a', 'b']))
  })
})

describe('two records with one number (domain 2)', () => {
  const held = { ...open, id: 'here' }
  const waiting = { ...open, id: 'there', rev: 4 }
  const dispute = disputeOf('number', { recordId: 'there', waiting })
  const given = { number: '客服-TS-2026-A0007', year: 2026, seq: 7 }

  it.each([
    ['held', { held: { id: 'here', ...given, rev: Number(open['rev']) + 1 }, waiting }],
    ['waiting', { held: null, waiting: { id: 'there', ...given, rev: 5 } }],
  ] as const)('gives %s the next number, and both stand here', (which, expected) => {
    const answer = numbered(dispute, { held, known: null, given }, which, SUPERVISOR)
    expect(answer).toMatchObject({ ok: true, value: { ...expected, dispute: { state: 'taken' } } })
  })

  it('takes the other in as it is where the number is free again, and refuses that where it is not', () => {
    const free = numbered(dispute, { held: null, known: null, given: null }, null, SUPERVISOR)
    expect(free).toMatchObject({ ok: true, value: { held: null, waiting } })
    const not = numbered(dispute, { held, known: null, given: null }, null, SUPERVISOR)
    expect(not).toMatchObject({ ok: false, refusal: { key: 'dispute.numberTaken' } })
    const none = numbered(dispute, { held: null, known: null, given: null }, 'held', SUPERVISOR)
    expect(none).toMatchObject({ ok: false, refusal: { key: 'dispute.numberFree' } })
  })

  it('writes nothing where the other stands here already', () => {
    const answer = numbered(dispute, { held, known: waiting, given: null }, 'held', SUPERVISOR)
    expect(answer).toMatchObject({ ok: true, value: { held: null, waiting: null } })
  })
})

describe('any choice of any fields', () => {
  const paths = ['intake.place', 'intake.content', 'summary', 'judgement', 'closedAt', 'state'] as const
  const at = (row: Row, path: string): unknown =>
    path.split('.').reduce<unknown>((value, key) => (value as Row | null | undefined)?.[key], row)

  it('changes what was chosen and nothing else, or refuses and changes nothing', () => {
    fc.assert(
      fc.property(fc.subarray([...paths]), fc.subarray([...paths], { minLength: 1 }), (some, disputed) => {
        const fields = disputed.map((path) => ({
          path,
          base: null,
          inForce: at(open, path) ?? null,
          waiting: path === 'judgement' ? { cause: 'fees' } : path === 'state' ? 'accepted' : `值 ${path}`,
        }))
        const chosen = some.filter((path) => disputed.includes(path))
        const before = structuredClone(open)
        const answer = decide(disputeOf('fields', { fields }), open, take(...chosen), SUPERVISOR)
        expect(open).toEqual(before)
        const together = fields
          .map(({ path }) => path)
          .filter((path) => choiceUnitOf('complaints', path) === 'together')
        const part = together.filter((path) => chosen.some((one) => one === path))
        const halved = part.length > 0 && part.length < together.length
        if (chosen.length === 0 || halved) {
          expect(answer.ok).toBe(false)
          return
        }
        if (!answer.ok) throw new Error(answer.refusal.key)
        const { row } = answer.value
        for (const { path, inForce, waiting } of fields) {
          const value = chosen.some((one) => one === path) ? waiting : inForce
          expect(at(row ?? {}, path) ?? null).toEqual(value)
        }
        for (const path of chosen) {
          expect(
            chosenWith('complaints', fields, path).every((one) => answer.value.dispute.chosen.includes(one)),
          ).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })
})
