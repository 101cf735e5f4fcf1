import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Result } from '../../util/result'
import { complaintCorrectable } from '../complaint/correctable'
import { complaintMonthFacts } from '../complaint/monthFacts'
import { closed, intakeOf, judged, registered } from '../complaint/testing'
import type { Complaint } from '../complaint/types'
import { ROLES, type Role } from '../office/types'
import type { CorrectableField, FieldValue } from '../register/correctable'
import { contextAt } from '../register/testing'
import {
  apply,
  type CorrectionBasis,
  correctedRecord,
  fieldsToCorrect,
  reject,
  request,
  verify,
} from './commands'
import { type Held, heldOf } from './held'
import type { CorrectedField, Correction } from './types'
import { readPath } from './values'

const NOW = '2027-01-04T02:00:00.000Z'
const LATER = '2027-01-05T02:00:00.000Z'
const GIVEN = { number: '客服-BG-2027-0001', year: 2027, seq: 1 }
const WHOLE: Held = { month: '2026-11', holds: () => true }
const PLACE: CorrectedField = { path: 'intake.place', before: intakeOf().place, after: '6号楼大堂' }

function basisOf(change: Partial<CorrectionBasis<Complaint>> = {}): CorrectionBasis<Complaint> {
  return {
    table: 'complaints',
    record: closed(),
    correctable: complaintCorrectable,
    held: WHOLE,
    openNumber: null,
    ...change,
  }
}

const asking = (change: Partial<{ changes: CorrectedField[]; voids: boolean; reason: string }> = {}) => ({
  changes: [PLACE],
  voids: false,
  reason: '登记时听错',
  ...change,
})

const keyOf = (result: Result<unknown>) => (result.ok ? 'accepted' : result.refusal.key)

function requested(): Correction {
  const made = request(GIVEN, basisOf(), asking(), contextAt(NOW, 'clerk'))
  if (!made.ok) throw new Error(made.refusal.key)
  return made.value
}

function verified(): Correction {
  const made = verify(requested(), { words: '属实' }, contextAt(LATER))
  if (!made.ok) throw new Error(made.refusal.key)
  return made.value
}

describe('asking for a 更正单 (domain 12)', () => {
  it.each<[string, Partial<CorrectionBasis<Complaint>>, ReturnType<typeof asking>, string]>([
    ['a field of a locked month', {}, asking(), 'accepted'],
    ['作废', {}, asking({ changes: [], voids: true }), 'accepted'],
    ['a month that is open', { held: null }, asking(), 'correction.monthOpen'],
    ['one that waits already', { openNumber: 'BG-1' }, asking(), 'correction.alreadyAsked'],
    ['nothing', {}, asking({ changes: [] }), 'correction.nothingChanged'],
    [
      'what it says already',
      {},
      asking({ changes: [{ ...PLACE, after: PLACE.before }] }),
      'correction.nothingChanged',
    ],
    ['no reason', {}, asking({ reason: '  ' }), 'correction.reasonRequired'],
    [
      'what it never said',
      {},
      asking({ changes: [{ ...PLACE, before: '别处' }] }),
      'correction.recordChanged',
    ],
    [
      'a step',
      {},
      asking({ changes: [{ path: 'state', before: 'closed', after: 'judged' }] }),
      'correction.notCorrectable',
    ],
    [
      'what is not held',
      { held: { ...WHOLE, holds: (path) => !path.startsWith('intake') } },
      asking(),
      'correction.notCorrectable',
    ],
    [
      'a time to come',
      {},
      asking({
        changes: [
          {
            path: 'intake.occurredAt',
            before: readPath(closed(), 'intake.occurredAt'),
            after: '2030-01-01T00:00:00.000Z',
          },
        ],
      }),
      'time.inFuture',
    ],
    [
      'an answer before the complaint',
      {},
      asking({
        changes: [
          {
            path: 'answers.0.answeredAt',
            before: readPath(closed(), 'answers.0.answeredAt'),
            after: '2020-01-01T00:00:00.000Z',
          },
        ],
      }),
      'time.beforeRegistration',
    ],
  ])('%s', (_, basis, input, expected) => {
    expect(keyOf(request(GIVEN, basisOf(basis), input, contextAt(NOW, 'clerk')))).toBe(expected)
  })

  it('keeps what the record said and who asked, and changes nothing yet', () => {
    const record = closed()
    const made = requested()
    expect(made).toMatchObject({
      state: 'requested',
      month: '2026-11',
      changes: [PLACE],
      target: { table: 'complaints', number: record.number },
      duty: { kind: 'verifyCorrection', dueAt: '2027-01-07T02:00:00.000Z' },
    })
    expect(record.intake.place).toBe(PLACE.before)
  })
})

describe('who agrees to a 更正单 (domain 1, 12)', () => {
  const allowed: Record<string, readonly Role[]> = {
    verify: ['supervisor', 'director'],
    apply: ['director'],
    reject: ['supervisor', 'director'],
  }
  const tries = {
    verify: (role: Role) => verify(requested(), { words: '' }, contextAt(LATER, role)),
    apply: (role: Role) => apply(verified(), { words: '' }, contextAt(LATER, role)),
    reject: (role: Role) => reject(requested(), { reason: '查无此事' }, contextAt(LATER, role)),
  }
  it.each(Object.keys(tries) as (keyof typeof tries)[])('%s', (step) => {
    expect(ROLES.filter((role) => tries[step](role).ok)).toEqual(
      ROLES.filter((role) => allowed[step]?.includes(role)),
    )
  })

  it('is approved only after it was verified, and ends with that', () => {
    expect(keyOf(apply(requested(), { words: '' }, contextAt(LATER, 'director')))).toBe(
      'correction.notNow.apply',
    )
    const applied = apply(verified(), { words: '同意' }, contextAt(LATER, 'director'))
    expect(applied).toMatchObject({
      value: { state: 'applied', appliedAt: LATER, duty: null, links: [{ relation: 'correction' }] },
    })
    if (applied.ok) {
      expect(keyOf(reject(applied.value, { reason: '不' }, contextAt(LATER)))).toBe('correction.isClosed')
    }
  })

  it('says whose 不同意 it was', () => {
    const early = reject(requested(), { reason: '不实' }, contextAt(LATER))
    const late = reject(verified(), { reason: '不实' }, contextAt(LATER, 'director'))
    expect(early).toMatchObject({ value: { verification: { agreed: false }, approval: null } })
    expect(late).toMatchObject({ value: { verification: { agreed: true }, approval: { agreed: false } } })
  })
})

describe('a 更正单 of which the words stay at another machine', () => {
  const [asked, seen] = [requested(), verified()].map((one) => ({ ...one, changes: [], reason: '' }))
  it('is agreed to there only, and may be refused here', () => {
    if (!asked || !seen) throw new Error('nothing was asked for')
    expect(keyOf(verify(asked, { words: '' }, contextAt(LATER)))).toBe('correction.keptElsewhere')
    expect(keyOf(apply(seen, { words: '' }, contextAt(LATER, 'director')))).toBe('correction.keptElsewhere')
    expect(reject(asked, { reason: '不实' }, contextAt(LATER)).ok).toBe(true)
  })
})

describe('what a locked month holds (domain 12)', () => {
  const heldIn = (record: Complaint, ...months: string[]) =>
    heldOf(complaintMonthFacts, record, (month) => months.includes(month))

  it('is the whole of what ended in it, and what came in of what goes on', () => {
    expect(heldIn(registered(), '2026-10')).toBeNull()
    const goesOn = heldIn(judged(), '2026-11')
    expect([goesOn?.holds('intake.place'), goesOn?.holds('judgement.cause')]).toEqual([true, false])
    expect(heldIn(closed(), '2026-11')?.holds('judgement.cause')).toBe(true)
  })
})

/** A value that a field may take, whatever it says now. */
function valueFor(field: CorrectableField): fc.Arbitrary<FieldValue> {
  if (field.kind === 'choice') return fc.constantFrom(...field.options)
  if (field.kind === 'yesNo') return fc.boolean()
  if (field.kind === 'phone') return fc.constantFrom('13912345678', '075526888888')
  if (field.kind === 'instant') {
    const days = fc.integer({ min: 12, max: 28 })
    return days.map((day) => `2026-11-${day}T08:00:00.000Z`)
  }
  return fc.string({ minLength: 1, maxLength: 40 }).map((text) => `改${text.trim()}`)
}

const changesOf = (record: Complaint): fc.Arbitrary<CorrectedField[]> => {
  const fields = fieldsToCorrect(basisOf({ record }))
  return fc.subarray(fields).chain((chosen) =>
    fc.tuple(...chosen.map(valueFor)).map((values) =>
      chosen.map(({ path }, index) => ({
        path,
        before: readPath(record, path),
        after: values[index] ?? null,
      })),
    ),
  )
}

it('changes exactly the fields that it names, and none of them by half (domain 12)', () => {
  const record = closed()
  fc.assert(
    fc.property(changesOf(record), (changes) => {
      const corrected = correctedRecord(basisOf({ record }), changes, contextAt(NOW, 'clerk'))
      if (!corrected.ok) return
      const named = new Map(changes.map(({ path, after }) => [path, after]))
      for (const { path } of fieldsToCorrect(basisOf({ record }))) {
        expect(readPath(corrected.value, path)).toEqual(named.get(path) ?? readPath(record, path))
      }
      const { intake: _intake, ...rest } = corrected.value
      expect(rest.steps).toEqual(record.steps)
      expect([rest.state, rest.rev, rest.number]).toEqual([record.state, record.rev, record.number])
    }),
  )
})

it('takes back what it did by asking for the opposite', () => {
  const record = closed()
  fc.assert(
    fc.property(changesOf(record), (changes) => {
      const there = correctedRecord(basisOf({ record }), changes, contextAt(NOW))
      if (!there.ok) return
      const opposite = changes.map(({ path, before, after }) => ({ path, before: after, after: before }))
      const back = correctedRecord(basisOf({ record: there.value }), opposite, contextAt(NOW))
      // Only of a field that was empty before is the opposite refused: it may not be emptied any more.
      if (back.ok) expect(back.value).toEqual(record)
    }),
  )
})
