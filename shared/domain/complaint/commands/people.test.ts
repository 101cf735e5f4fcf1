import { beforeAll, describe, expect, it } from 'vitest'
import { addHours } from '../../../util/civilTime'
import { loadPinyin } from '../../../util/pinyin'
import { answerOwed, unitIdsOf, waitingForAnswer, waitingSince } from '../complainants'
import { replyDue } from '../deadlines'
import { nextDuty } from '../duty'
import { listFacets } from '../facets'
import { complaintSearchText } from '../searchText'
import {
  accepted,
  answered,
  closed,
  contextAt,
  handled,
  judged,
  registered,
  VISITED_AT,
  visited,
  visitInput,
} from '../testing'
import type { Complainant, Complaint } from '../types'
import * as commands from './index'

const supervisor = contextAt(VISITED_AT)
const clerk = contextAt(VISITED_AT, 'clerk')
const ZHAO: Complainant = {
  anonymous: false,
  personId: 'p-zhao',
  unitId: 'u-502',
  name: '赵敏',
  phone: '139 1234 5678',
  unitCode: ' 5-2-502 ',
}
const NOBODY: Complainant = {
  anonymous: true,
  personId: null,
  unitId: null,
  name: '',
  phone: '',
  unitCode: '',
}
const saidBy = (complainant: Complainant, change: Partial<commands.AddComplainantInput> = {}) => ({
  complainant,
  channel: 'visit' as const,
  saidAt: VISITED_AT,
  words: '我也等了三天',
  receivedBy: '',
  ...change,
})
const withZhao = (record: Complaint) => accepted(commands.addComplainant(record, saidBy(ZHAO), supervisor))

describe('其他投诉人 (domain 5)', () => {
  it('keeps who, how, when and their words, and who took them in', () => {
    expect(withZhao(registered()).others).toEqual([
      {
        id: expect.any(String),
        complainant: { ...ZHAO, phone: '13912345678', unitCode: '5-2-502' },
        channel: 'visit',
        saidAt: VISITED_AT,
        words: '我也等了三天',
        receivedBy: '周主管',
        receivedByUserId: 'u-supervisor',
        fromNumber: '',
        answersBefore: 0,
      },
    ])
  })

  it('shares 首问责任 with whoever took them in, while it is open', () => {
    const record = withZhao(registered())
    expect(record.alsoFirstAskedUserIds).toEqual(['u-supervisor'])
    expect(listFacets(record)).toEqual(expect.arrayContaining(['first:u-clerk', 'first:u-supervisor']))
    // Twice by the same, or by the first one: once each.
    const again = accepted(commands.addComplainant(withZhao(record), saidBy(NOBODY), clerk))
    expect(again.alsoFirstAskedUserIds).toEqual(['u-supervisor'])
    expect(listFacets(closed()).some((facet) => facet.startsWith('first:'))).toBe(false)
  })

  it.each([
    ['words', saidBy(ZHAO, { words: ' ' }), 'complaint.otherWordsRequired'],
    ['name', saidBy({ ...ZHAO, name: '' }), 'complaint.nameRequired'],
    ['contact', saidBy({ ...NOBODY, anonymous: false, name: '赵敏' }), 'complaint.contactRequired'],
    ['phone', saidBy({ ...NOBODY, phone: '12' }), 'complaint.phoneInvalid'],
    ['time', saidBy(ZHAO, { saidAt: addHours(VISITED_AT, 1) }), 'time.inFuture'],
  ])('refuses without %s', (_what, input, key) => {
    expect(commands.addComplainant(registered(), input, clerk)).toMatchObject({ refusal: { key } })
  })

  it('is neither for 查阅 nor for what has ended', () => {
    const viewer = contextAt(VISITED_AT, 'viewer')
    expect(commands.addComplainant(registered(), saidBy(ZHAO), viewer)).toMatchObject({
      refusal: { key: 'office.notAllowed' },
    })
    expect(commands.addComplainant(closed(), saidBy(ZHAO), clerk)).toMatchObject({
      refusal: { key: 'complaint.isClosed' },
    })
  })

  it('goes with a reason, and 首问责任 with it unless they took in somebody else too', () => {
    const two = withZhao(withZhao(registered()))
    const [first, second] = two.others
    const remove = (record: Complaint, complainantId = '', reason = '登记错了') =>
      commands.removeComplainant(record, { complainantId, reason }, clerk)
    const one = accepted(remove(two, first?.id))
    expect(one.others.map(({ id }) => id)).toEqual([second?.id])
    expect(one.alsoFirstAskedUserIds).toEqual(['u-supervisor'])
    expect(one.steps.at(-1)).toMatchObject({ command: 'removeComplainant', note: '登记错了' })
    expect(accepted(remove(one, second?.id)).alsoFirstAskedUserIds).toEqual([])
    expect(remove(two, first?.id, ' ')).toMatchObject({ refusal: { key: 'complaint.reasonRequired' } })
    expect(remove(two, 'x')).toMatchObject({ refusal: { key: 'complaint.complainantMissing' } })
  })
})

describe('everybody is answered (domain 5: never dropped)', () => {
  it('an answer answers those who were there; who comes later waits for one of their own', () => {
    const late = withZhao(answered(withZhao(handled())))
    expect(waitingForAnswer(late).map(({ called }) => called)).toEqual(['赵敏'])
    expect(nextDuty(late, clerk.settings)?.kind).toBe('returnVisit')
    const reply = replyDue({ intake: { ...late.intake, registeredAt: VISITED_AT } }, clerk.settings)
    expect(nextDuty({ ...late, state: 'visited' }, clerk.settings)).toEqual({ kind: 'reply', dueAt: reply })
    expect(answerOwed(answered(late))).toBe(false)
  })

  it('and keeps the record from closing until then', () => {
    const late = withZhao(visited())
    expect(commands.close(late, {}, supervisor)).toMatchObject({
      refusal: { key: 'complaint.answerRequired' },
    })
    expect(accepted(commands.close(answered(late), {}, supervisor)).state).toBe('closed')
  })

  it('a 不满意 takes everybody along: the matter goes on for all of them', () => {
    const record = answered(withZhao(answered(handled())))
    const input = { ...visitInput('dissatisfied', '又坏了'), person: '单雄信' }
    const given = { number: '客服-TS-2026-0009', year: 2026, seq: 9 }
    const { followUp } = accepted(commands.recordReturnVisit(record, input, supervisor, given))
    if (!followUp) throw new Error('no follow-up')
    const opened = accepted(commands.register(followUp, supervisor))
    expect(waitingForAnswer(opened).map(({ called }) => called)).toEqual(['单雄信', '赵敏'])
    expect(waitingSince(opened)).toBe(VISITED_AT)
  })

  it('counts a person once who came by two channels, and nobody who left no trace', () => {
    const twice = withZhao(withZhao(judged()))
    const record = accepted(commands.addComplainant(twice, saidBy(NOBODY), clerk))
    expect(waitingForAnswer(record)).toHaveLength(2)
    const unknown = registered({ complainant: NOBODY })
    expect(waitingForAnswer(unknown)).toEqual([])
    expect(waitingForAnswer(withZhao(unknown))).toHaveLength(1)
  })
})

describe('found and listed by everybody (domain 10)', () => {
  beforeAll(loadPinyin)

  it('by name, pinyin, phone and words of each, and in the history of each household', () => {
    const text = complaintSearchText(withZhao(registered()))
    for (const piece of ['赵敏', 'zm', '13912345678', '52502', '我也等了三天', '单雄信'])
      expect(text).toContain(piece)
    expect(unitIdsOf(withZhao(registered()))).toEqual(['u-502'])
  })

  it('of a 匿名 one nothing that could name them', () => {
    const hidden = { ...NOBODY, phone: '13900001111', unitCode: '9-9-999' }
    const input = saidBy(hidden, { words: '电梯吓人' })
    const text = complaintSearchText(accepted(commands.addComplainant(registered(), input, clerk)))
    expect(text).toContain('电梯吓人')
    expect(text).not.toContain('13900001111')
    expect(text).not.toContain('99999')
  })
})
