import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { civilDayOf, endOfCivilDay, instantFromMs, instantOf, msOf, shiftDay } from '../../util/civilTime'
import * as commands from './commands'
import {
  escalationDue,
  escalationForewarnedFrom,
  isForewarned,
  isOverAMonth,
  monthEnd,
  replyDue,
  returnVisitDue,
} from './deadlines'
import {
  accepted,
  answered,
  closed,
  contextAt,
  handled,
  inProgress,
  judged,
  REGISTERED_AT,
  registered,
  voided,
} from './testing'

const { settings } = contextAt(REGISTERED_AT)
const on = (day: string, time = '09:00') => ({ registeredAt: instantOf(day, time) })

describe('答复 within 10† days of 受理, the day of 受理 not counted (domain 5, 3; 民法典 201, 203)', () => {
  it.each([
    ['2026-11-09', '2026-11-19'],
    ['2026-11-11', '2026-11-23'],
    ['2026-09-21', '2026-10-08'],
    ['2026-09-30', '2026-10-10'],
    ['2026-09-10', '2026-09-20'],
    ['2028-02-19', '2028-02-29'],
    ['2026-12-22', '2027-01-04'],
  ])('taken in on %s: by the end of %s', (day, due) => {
    expect(replyDue(registered(on(day)), settings)).toBe(endOfCivilDay(due))
    expect(replyDue(registered(on(day, '23:59')), settings)).toBe(endOfCivilDay(due))
  })

  it('follows the setting and the corrections of the office', () => {
    const record = registered(on('2026-11-09'))
    expect(replyDue(record, { ...settings, replyWithinDays: 7 })).toBe(endOfCivilDay('2026-11-16'))
    const workdayOverrides = { '2026-11-19': false }
    expect(replyDue(record, { ...settings, workdayOverrides })).toBe(endOfCivilDay('2026-11-20'))
  })
})

describe('回访 24† hours after 完成时间, holidays included (domain 5)', () => {
  it('is due to the minute, on a holiday too', () => {
    const record = inProgress()
    const completedAt = instantOf('2026-10-01', '17:45')
    const done = { handling: record.handling && { ...record.handling, completedAt } }
    expect(returnVisitDue(done, settings)).toBe(instantOf('2026-10-02', '17:45'))
    expect(returnVisitDue(done, { ...settings, returnVisitWithinHours: 48 })).toBe(
      instantOf('2026-10-03', '17:45'),
    )
    expect(returnVisitDue(record, settings)).toBeNull()
  })
})

describe('a 有效投诉 not solved within one month of 受理 becomes 重大 (domain 5)', () => {
  it.each([
    ['2026-10-21', '2026-11-21'],
    ['2026-01-31', '2026-02-28'],
    ['2028-01-31', '2028-02-29'],
    ['2026-05-31', '2026-06-30'],
    // A rule of the house: neither Saturday nor National Day moves it.
    ['2026-09-01', '2026-10-01'],
    ['2026-12-31', '2027-01-31'],
  ])('taken in on %s: over the month after %s', (day, due) => {
    const record = judged({}, on(day))
    expect(monthEnd(record)).toBe(endOfCivilDay(due))
    expect(escalationDue(record)).toBe(endOfCivilDay(due))
    expect(isOverAMonth(record, endOfCivilDay(due))).toBe(false)
    expect(isOverAMonth(record, instantOf(shiftDay(due, 1)))).toBe(true)
  })

  it('is listed beforehand, from 7† days before', () => {
    const record = judged({}, on('2026-10-21'))
    expect(escalationForewarnedFrom(record, settings)).toBe(instantOf('2026-11-14'))
    expect(isForewarned(record, settings, instantFromMs(msOf(instantOf('2026-11-14')) - 1))).toBe(false)
    expect(isForewarned(record, settings, instantOf('2026-11-14'))).toBe(true)
    const fewer = { ...settings, escalationNoticeDays: 3 }
    expect(escalationForewarnedFrom(record, fewer)).toBe(instantOf('2026-11-18'))
  })

  it('never concerns a 沟通性投诉, an unjudged, a handled or an ended one', () => {
    for (const record of [judged({ nature: 'venting' }), registered(), handled(), closed(), voided()]) {
      expect(escalationDue(record)).toBeNull()
      expect(isForewarned(record, settings, instantOf('2030-01-01'))).toBe(false)
      expect(isOverAMonth(record, instantOf('2030-01-01'))).toBe(false)
    }
  })

  const late = instantOf('2026-12-10', '08:00')

  it('happens by itself, as a step that nobody took, once', () => {
    const record = inProgress()
    expect(commands.escalateIfDue(record, contextAt(endOfCivilDay('2026-12-09')))).toBeNull()
    const escalated = commands.escalateIfDue(record, contextAt(late, 'viewer'))
    expect(escalated).toMatchObject({
      state: 'inProgress',
      rev: record.rev + 1,
      escalatedAt: late,
      escalatedBecause: 'overAMonth',
      judgement: { severity: 'major', cause: 'facilities' },
    })
    expect(escalated?.steps.at(-1)).toEqual({
      command: 'escalate',
      at: late,
      by: '',
      userId: '',
      from: 'inProgress',
      to: 'inProgress',
    })
    expect(escalated && commands.escalateIfDue(escalated, contextAt(late))).toBeNull()
  })

  it('happens with whatever command comes first after the month', () => {
    const said = answered(inProgress())
    const noted = accepted(
      commands.recordHandling(said, { investigation: '等配件' }, contextAt(late, 'clerk')),
    )
    expect(noted).toMatchObject({ escalatedBecause: 'overAMonth', judgement: { severity: 'major' } })
    expect(noted.rev).toBe(said.rev + 1)
    const judgedLate = accepted(
      commands.judge(registered(), { nature: 'valid', severity: 'minor', cause: 'fees' }, contextAt(late)),
    )
    expect(judgedLate.judgement?.severity).toBe('major')
  })

  it('spares what was done in time and only written down late', () => {
    const completedAt = endOfCivilDay('2026-12-09')
    const done = commands.complete(
      inProgress(),
      { measures: '换门机', completedAt },
      contextAt(late, 'clerk'),
    )
    expect(accepted(done)).toMatchObject({ state: 'handled', escalatedAt: null })
    const tooLate = commands.complete(
      inProgress(),
      { measures: '换', completedAt: late },
      contextAt(late, 'clerk'),
    )
    expect(accepted(tooLate)).toMatchObject({ state: 'handled', escalatedBecause: 'overAMonth' })
  })
})

describe('deadlines over the whole calendar', () => {
  const day = fc.integer({ min: 0, max: 12_000 }).map((distance) => shiftDay('2010-01-01', distance))

  it('keeps reply after ten days and the month between 28 and 31 days', () => {
    fc.assert(
      fc.property(day, (start) => {
        const record = registered(on(start))
        const reply = civilDayOf(replyDue(record, settings))
        expect(reply >= shiftDay(start, 10)).toBe(true)
        expect(reply <= shiftDay(start, 10 + 12)).toBe(true)
        const month = civilDayOf(monthEnd(record))
        expect(month >= shiftDay(start, 28) && month <= shiftDay(start, 31)).toBe(true)
      }),
    )
  })
})
