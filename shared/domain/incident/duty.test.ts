import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addHours, endOfCivilDay, instantFromMs, instantOf, msOf } from '../../util/civilTime'
import { DEFAULT_SETTINGS } from '../office/settings'
import { firstReportDue, nextDuty, wasReportedInTime } from './duty'
import {
  approved,
  archived,
  contextAt,
  OCCURRED_AT,
  refusalOf,
  registered,
  reportOf,
  submitted,
  verified,
  voided,
} from './testing'
import * as commands from './commands'

const rules = DEFAULT_SETTINGS

describe('the first written report within 24† hours of the event (domain 7, 3)', () => {
  it.each([
    ['2026-11-20', '21:40', '2026-11-21', '21:40'],
    // Hours run from the moment, over a holiday too.
    ['2026-09-30', '23:59', '2026-10-01', '23:59'],
    ['2028-02-28', '08:00', '2028-02-29', '08:00'],
    ['2026-12-31', '12:00', '2027-01-01', '12:00'],
  ])('%s %s: by %s %s', (day, time, dueDay, dueTime) => {
    const record = registered()
    const report = reportOf({ occurredAt: instantOf(day, time) })
    expect(firstReportDue({ report }, rules)).toBe(instantOf(dueDay, dueTime))
    expect(nextDuty({ ...record, report }, rules)).toEqual({
      kind: 'firstReport',
      dueAt: instantOf(dueDay, dueTime),
    })
  })

  it('includes the last moment, and follows the setting', () => {
    const due = addHours(OCCURRED_AT, 24)
    const at = (firstSubmittedAt: string | null) => ({ ...registered(), firstSubmittedAt })
    expect(wasReportedInTime(at(null), rules)).toBeNull()
    expect(wasReportedInTime(at(due), rules)).toBe(true)
    const late = instantFromMs(msOf(due) + 1)
    expect(wasReportedInTime(at(late), rules)).toBe(false)
    expect(wasReportedInTime(at(late), { ...rules, incidentReportWithinHours: 48 })).toBe(true)
  })

  it('counts from the event, however late it was written down (property)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 240 }), (hours) => {
        const record = registered({ occurredAt: addHours(OCCURRED_AT, -hours) })
        expect(nextDuty(record, rules)?.dueAt).toBe(addHours(OCCURRED_AT, 24 - hours))
      }),
    )
  })
})

describe('what an incident waits for next (domain 11)', () => {
  it('goes from hand to hand, each until the end of the next day', () => {
    expect(nextDuty(submitted(), rules)).toEqual({ kind: 'verify', dueAt: endOfCivilDay('2026-11-22') })
    const grave = verified({ severity: 'major' })
    expect(nextDuty(grave, rules)).toEqual({ kind: 'approve', dueAt: endOfCivilDay('2026-11-22') })
    const back = commands.returnForRevision(
      submitted(),
      { reason: '改' },
      contextAt(instantOf('2026-11-23', '09:00'), 'supervisor'),
    )
    expect(back.ok && back.value.duty).toEqual({ kind: 'revise', dueAt: endOfCivilDay('2026-11-24') })
  })

  it('waits for 归档 once it is closed, and for nothing once it has ended', () => {
    expect(nextDuty(verified(), rules)?.kind).toBe('archive')
    expect(nextDuty(approved(), rules)?.kind).toBe('archive')
    expect(nextDuty(archived(), rules)).toBeNull()
    expect(nextDuty(voided(), rules)).toBeNull()
  })
})

describe('the paper with 伤情 (domain 7, 13)', () => {
  const print = { form: 'customerIncident', digest: 'd', way: 'printer', copies: 1 } as const
  it.each([
    ['clerk', 'u-clerk', 'incident.injuriesWithheld'],
    ['supervisor', 'u-supervisor', 'accepted'],
    ['director', 'u-director', 'accepted'],
  ] as const)('is printed after submission by %s: %s', (role, userId, key) => {
    const record = submitted({ personHurt: true })
    const ctx = contextAt(record.updatedAt, role, userId)
    expect(refusalOf(commands.markPrinted(record, print, ctx))).toBe(key)
    const report = { ...print, form: 'incidentReport' }
    expect(refusalOf(commands.markPrinted(record, report, ctx))).toBe('accepted')
  })
})
