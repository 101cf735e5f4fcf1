import { describe, expect, it } from 'vitest'
import { instantOf } from '../../../util/civilTime'
import type { Result } from '../../../util/result'
import {
  accepted,
  answered,
  contextAt,
  handled,
  inProgress,
  judged,
  VISITED_AT,
  visited,
  visitInput,
} from '../testing'
import type { Complaint } from '../types'
import * as commands from './index'

const LATER = instantOf('2026-11-12', '09:00')
const clerk = contextAt(LATER, 'clerk')
const boss = contextAt(LATER)
const refusalOf = <T>(result: Result<T>) =>
  result.ok ? 'accepted' : [result.refusal.key, result.refusal.field].filter(Boolean).join(' @')

describe('处理方案 and the consent of the person (domain 5)', () => {
  const record = inProgress()
  const proposals = ['换门机', '修门机']
  const said = { at: VISITED_AT, way: 'phone' as const, words: ' 尽快换 ' }
  const yes = { ...said, agreed: true }
  const no = { ...said, agreed: false }
  const work = (input: commands.HandlingInput, on: Complaint = record, ctx = clerk) =>
    commands.recordHandling(on, input, ctx)

  it('keeps the choice, the consent and who noted it', () => {
    const { handling } = accepted(work({ proposals, chosenProposal: 0, consent: yes }))
    expect(handling?.consent).toEqual({ ...yes, words: '尽快换', notedBy: '小林' })
  })

  it.each<[string, commands.HandlingInput, string]>([
    [
      'consent to nothing',
      { proposals, chosenProposal: null, consent: yes },
      'complaint.consentNeedsChoice @chosenProposal',
    ],
    ['consent before a proposal', { consent: no }, 'complaint.consentNeedsProposal @consent.agreed'],
    [
      'a choice of who wants none',
      { proposals, chosenProposal: 1, consent: no },
      'complaint.refusedAll @chosenProposal',
    ],
    [
      'a time to come',
      { proposals, chosenProposal: 0, consent: { ...yes, at: '2026-12-01T00:00:00.000Z' } },
      'time.inFuture @consent.at',
    ],
    [
      'a time before the complaint',
      { proposals, chosenProposal: 0, consent: { ...yes, at: '2026-01-01T00:00:00.000Z' } },
      'time.beforeRegistration @consent.at',
    ],
  ])('refuses %s', (_what, input, key) => {
    expect(refusalOf(work(input))).toBe(key)
  })

  it('stays in work while the person wants none of them', () => {
    const refused = accepted(work({ proposals, chosenProposal: null, consent: no, measures: '换门机' }))
    const done = { completedAt: VISITED_AT }
    expect(refusalOf(commands.complete(refused, done, clerk))).toBe('complaint.notAgreed @consent.agreed')
    expect(refused.state).toBe('inProgress')
    const agreed = { ...done, chosenProposal: 0, consent: yes }
    expect(refusalOf(commands.complete(refused, agreed, clerk))).toBe('accepted')
  })

  it('does not let an old 同意 stand for a proposal that was reworded or exchanged', () => {
    const agreed = accepted(work({ proposals, chosenProposal: 0, consent: yes }))
    const stale = 'complaint.consentStale @consent.agreed'
    const reworded = ['改过的方案', ...proposals.slice(1)]
    expect(refusalOf(work({ proposals: reworded, chosenProposal: 0, consent: yes }, agreed))).toBe(stale)
    expect(refusalOf(work({ proposals, chosenProposal: 1, consent: yes }, agreed))).toBe(stale)
    const again = { ...yes, at: agreed.updatedAt }
    expect(again.at).not.toBe(yes.at)
    expect(work({ proposals: reworded, chosenProposal: 0, consent: again }, agreed).ok).toBe(true)
    expect(work({ proposals: reworded, chosenProposal: 0, consent: null }, agreed).ok).toBe(true)
  })

  it('drops a consent whose choice is another by now, unless it is said again', () => {
    const agreed = accepted(work({ proposals, chosenProposal: 0, consent: yes }))
    expect(accepted(work({ chosenProposal: 1 }, agreed)).handling?.consent).toBeNull()
    expect(accepted(work({ causeAnalysis: '老化' }, agreed)).handling?.consent).not.toBeNull()
    const again = accepted(work({ consent: { ...yes, words: '尽快换' } }, agreed, boss))
    expect(again.handling?.consent?.notedBy).toBe('小林')
  })
})

describe('无法回访 (domain 5)', () => {
  const tried = (days: string[], start: Complaint = answered(handled())) =>
    days.reduce((record, day) => {
      const at = instantOf(day, '18:30')
      const visit = { ...visitInput('notReached'), visitedAt: at }
      return accepted(commands.recordReturnVisit(record, visit, contextAt(at, 'clerk'))).complaint
    }, start)
  const giveUp = (record: Complaint, ctx = contextAt(instantOf('2026-11-15'))) =>
    commands.giveUpVisit(record, { reason: '电话一直不通' }, ctx)
  const THREE = ['2026-11-11', '2026-11-11', '2026-11-12']

  it('needs three attempts on two days, a supervisor and a reason', () => {
    expect(giveUp(tried(THREE.slice(0, 2)))).toMatchObject({
      refusal: { key: 'complaint.moreAttempts', params: { left: 1 } },
    })
    expect(refusalOf(giveUp(tried(['2026-11-11', '2026-11-11', '2026-11-11'])))).toBe(
      'complaint.attemptOtherDay',
    )
    const record = tried(THREE)
    expect(refusalOf(giveUp(record, contextAt(LATER, 'clerk')))).toBe('office.notAllowed')
    expect(refusalOf(commands.giveUpVisit(record, { reason: ' ' }, boss))).toBe(
      'complaint.reasonRequired @reason',
    )
    expect(accepted(giveUp(record)).unreachable).toMatchObject({ reason: '电话一直不通', by: '周主管' })
  })

  it('lets the record close without a visit that reached somebody', () => {
    const record = tried(THREE)
    const close = (on: Complaint) => refusalOf(commands.close(on, {}, contextAt(instantOf('2026-11-16'))))
    expect(close(record)).toBe('complaint.returnVisitRequired @returnVisits')
    const given = accepted(giveUp(record))
    expect(given.duty?.kind).toBe('close')
    expect(close(given)).toBe('accepted')
  })

  it('is over when the person answers after all', () => {
    const given = accepted(giveUp(tried(THREE)))
    const at = instantOf('2026-11-16')
    const visit = { ...visitInput('satisfied'), visitedAt: at }
    const reached = accepted(commands.recordReturnVisit(given, visit, contextAt(at, 'clerk'))).complaint
    expect(reached).toMatchObject({ state: 'visited', unreachable: null })
  })

  it('is not for who was reached, was given up already, or is owed no visit', () => {
    expect(refusalOf(giveUp(visited()))).toBe('complaint.notNow.giveUpVisit')
    expect(refusalOf(giveUp(accepted(giveUp(tried(THREE)))))).toBe('complaint.givenUpAlready')
    expect(refusalOf(giveUp(handled({ nature: 'inquiry' })))).toBe('complaint.visitNotOwed')
    expect(refusalOf(giveUp(judged()))).toBe('complaint.notNow.giveUpVisit')
  })
})
