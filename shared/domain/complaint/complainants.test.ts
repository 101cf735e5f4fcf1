import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as commands from './commands'
import {
  againIds,
  nextToVisit,
  notVisitedYet,
  partiesOf,
  reachableParties,
  voicesOf,
  waitingForAnswer,
} from './complainants'
import { accepted, answered, contextAt, handled, inProgress, VISITED_AT, visitInput } from './testing'
import type { Complainant, Complaint } from './types'

const clerk = contextAt(VISITED_AT, 'clerk')
const given = { number: '客服-TS-2026-0009', year: 2026, seq: 9 }
const SHAN: Complainant = handled().intake.complainant
const ZHAO: Complainant = {
  ...SHAN,
  personId: 'p-zhao',
  name: '赵敏',
  phone: '13912345678',
  unitCode: '5-2-502',
}

function rings(record: Complaint, complainant: Complainant, words = '我也等了三天'): Complaint {
  const input = { complainant, channel: 'phone', saidAt: VISITED_AT, words, receivedBy: '' } as const
  return accepted(commands.addComplainant(record, input, clerk))
}
const answerTo = (record: Complaint, person?: string) =>
  commands.answer(
    record,
    { person, answeredAt: VISITED_AT, way: 'phone', content: '已修好', answeredBy: '' },
    clerk,
  )
const visit = (record: Complaint, person?: string, outcome = visitInput('satisfied')) =>
  commands.recordReturnVisit(record, { ...outcome, person }, clerk, given)
const names = (parties: { called: string }[]) => parties.map(({ called }) => called)

describe('再次来电: who stands on the record already is nobody more (domain 5)', () => {
  it.each<[string, Complainant, string[]]>([
    ['the same name and phone', SHAN, ['单雄信']],
    ['the same, of a household now', { ...SHAN, personId: 'p', unitId: 'u' }, ['单雄信']],
    ['the same from another door', { ...SHAN, unitCode: '9-1-101' }, ['单雄信']],
    ['another phone', { ...SHAN, phone: '13800000000' }, ['单雄信', '单雄信（5-2-301）']],
    ['another name on one phone', { ...SHAN, name: '单夫人' }, ['单雄信', '单夫人']],
    ['somebody unnamed', { ...SHAN, anonymous: true, name: '', phone: '13700000000' }, ['单雄信', '匿名']],
  ])('%s', (_what, complainant, called) => {
    const record = rings(inProgress(), complainant, '再问一下')
    expect(names(reachableParties(record))).toEqual(called)
    expect(names(waitingForAnswer(record))).toEqual(called)
    expect(againIds(record).size).toBe(2 - called.length)
    // Their words and the time stay either way.
    expect(record.others).toMatchObject([{ words: '再问一下', saidAt: VISITED_AT }])
  })

  it('the same person of a household is known by that, whatever name and phone they give', () => {
    const record = rings(rings(inProgress(), ZHAO), { ...ZHAO, name: '赵女士', phone: '13700000000' })
    expect(names(reachableParties(record))).toEqual(['单雄信', '赵敏'])
  })

  it('who rings again after the 答复 waits for another, and is one of them still', () => {
    const record = rings(answered(handled()), SHAN, '又不动了')
    expect(names(waitingForAnswer(record))).toEqual(['单雄信'])
    expect(waitingForAnswer(answered(record))).toEqual([])
  })
})

describe('whom an 答复 was given to (domain 5)', () => {
  const two = rings(handled(), ZHAO)

  it('one by name leaves the other waiting; one for all leaves nobody', () => {
    const one = accepted(answerTo(two, '赵敏'))
    expect(one.answers).toMatchObject([{ person: '赵敏' }])
    expect(names(waitingForAnswer(one))).toEqual(['单雄信'])
    expect(waitingForAnswer(accepted(answerTo(one, '单雄信')))).toEqual([])
    expect(waitingForAnswer(accepted(answerTo(two)))).toEqual([])
  })

  it('names nobody where there is only one, and refuses a name the record does not know', () => {
    expect(accepted(answerTo(handled(), '单雄信')).answers).toMatchObject([{ person: '' }])
    expect(answerTo(two, '钱多')).toMatchObject({
      refusal: { key: 'complaint.personUnknown', field: 'person', params: { name: '钱多' } },
    })
  })
})

describe('whom a 回访 reached (domain 5)', () => {
  const two = answered(rings(handled(), ZHAO))

  it('is said by name where there are several, each attempt and each result', () => {
    expect(visit(two)).toMatchObject({ refusal: { key: 'complaint.visitPersonRequired', field: 'person' } })
    expect(visit(two, '钱多')).toMatchObject({ refusal: { key: 'complaint.personUnknown', field: 'person' } })
    expect(accepted(visit(handled())).complaint.returnVisits).toMatchObject([{ person: '' }])
    const tried = accepted(visit(two, '单雄信', visitInput('notReached'))).complaint
    expect(tried).toMatchObject({
      state: 'handled',
      returnVisits: [{ person: '单雄信', outcome: 'notReached' }],
    })
    expect(nextToVisit(tried)).toBe('单雄信')
    const reached = accepted(visit(tried, '单雄信')).complaint
    expect(reached.state).toBe('visited')
    expect(names(notVisitedYet(reached))).toEqual(['赵敏'])
    expect(nextToVisit(reached)).toBe('赵敏')
    const both = accepted(visit(reached, '赵敏')).complaint
    expect(notVisitedYet(both)).toEqual([])
    expect(nextToVisit(both)).toBe('单雄信')
  })

  it('one who was visited before anybody else came was visited', () => {
    const later = rings(accepted(visit(handled())).complaint, ZHAO)
    expect(names(notVisitedYet(later))).toEqual(['赵敏'])
  })

  it('满意 of one and 不满意 of the other: the linked complaint is of whom it is', () => {
    const first = accepted(visit(two, '单雄信')).complaint
    const { complaint, followUp } = accepted(visit(first, '赵敏', visitInput('dissatisfied', '还是停在半层')))
    expect(complaint).toMatchObject({
      state: 'closed',
      returnVisits: [
        { person: '单雄信', outcome: 'satisfied' },
        { person: '赵敏', outcome: 'dissatisfied' },
      ],
    })
    if (!followUp) throw new Error('no follow-up')
    const opened = accepted(commands.register(followUp, clerk))
    expect(opened.intake).toMatchObject({
      content: '还是停在半层',
      remedy: '',
      complainant: { name: '赵敏' },
    })
    expect(opened.others).toMatchObject([{ complainant: SHAN, words: '电梯三天没人来修。\n尽快修好' }])
    expect(names(waitingForAnswer(opened))).toEqual(['赵敏', '单雄信'])
  })
})

const someone: fc.Arbitrary<Complainant> = fc.record({
  anonymous: fc.constant(false),
  personId: fc.constantFrom(null, null, 'p1', 'p2'),
  unitId: fc.constant(null),
  name: fc.constantFrom('单雄信', '赵敏', '钱多'),
  phone: fc.constantFrom('', '13800000001', '13800000002'),
  unitCode: fc.constantFrom('5-2-301', '5-2-502'),
})

describe('whoever comes, in whatever order', () => {
  it('speaks for one person, is called like nobody else, and is answered once each or all at once', () => {
    fc.assert(
      fc.property(fc.array(someone, { maxLength: 8 }), (people) => {
        const record = people.reduce((so, one) => rings(so, one), handled())
        const parties = partiesOf(record)
        const spoken = parties.flatMap(({ first, again }) => [first, ...again])
        expect(spoken.map(({ id }) => id).toSorted()).toEqual(
          voicesOf(record)
            .map(({ id }) => id)
            .toSorted(),
        )
        expect(new Set(names(parties)).size).toBe(parties.length)
        expect(againIds(record).size + parties.length).toBe(people.length + 1)
        const each = parties.reduce((so, { called }) => accepted(answerTo(so, called)), record)
        expect(waitingForAnswer(each)).toEqual([])
        expect(waitingForAnswer(answered(record))).toEqual([])
      }),
    )
  })

  it('ringing again adds nobody', () => {
    fc.assert(
      fc.property(fc.array(someone, { minLength: 1, maxLength: 6 }), fc.nat(5), (people, which) => {
        const record = people.reduce((so, one) => rings(so, one), handled())
        const again = rings(record, people[which % people.length] ?? SHAN, '再问一下')
        expect(names(partiesOf(again))).toEqual(names(partiesOf(record)))
        expect(names(waitingForAnswer(again))).toEqual(names(waitingForAnswer(record)))
        expect(names(notVisitedYet(again))).toEqual(names(notVisitedYet(record)))
      }),
    )
  })
})
