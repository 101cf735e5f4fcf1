import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addCivilMonths, civilDayOf, formatCivil, instantFromMs, instantOf, msOf } from '../../util/civilTime'
import { workdaysWith } from '../../util/workdays'
import { DEFAULT_SETTINGS } from '../office/settings'
import * as commands from './commands'
import { custodyEnd, legalYearEnd, legalYearRuns, policeDue, sensitiveDue } from './deadlines'
import { dutiesOf, nextDuty } from './duty'
import { contextAt, expiredAt, HANDED_IN_AT, noticed, stored, worth } from './testing'
import { LOST_CATEGORIES, SENSITIVE_CATEGORIES } from './types'
import { bandOf, yuanText } from './value'

const RULES = DEFAULT_SETTINGS

describe('估价 in its two bands (domain 6; 民法典 1259: 以内 includes the figure)', () => {
  it.each([
    [0, 'upTo100'],
    [99.99, 'upTo100'],
    [100, 'upTo100'],
    [100.01, 'over100'],
    [5000, 'over100'],
  ])('%d 元 → %s', (yuan, band) => {
    expect(bandOf(Math.round(yuan * 100))).toBe(band)
    expect(stored({ estimate: worth(yuan) }).intake.estimate.band).toBe(band)
  })

  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [9999, '99.99'],
    [1_234_560, '12,345.60'],
  ])('writes %d fen as %s', (fen, text) => {
    expect(yuanText(fen)).toBe(text)
  })
})

describe('custody by house rule, from 上交时间 (domain 6; counted as 民法典 201–202)', () => {
  it.each([
    // value, handed in, setting, last day
    [99.99, '2026-03-09', false, '2026-06-09'],
    [100, '2026-03-09', false, '2026-06-09'],
    [100.01, '2026-03-09', false, '2027-03-09'],
    [99.99, '2026-03-09', true, '2026-06-09'],
    [100, '2026-03-09', true, '2027-03-09'],
    [100.01, '2026-03-09', true, '2027-03-09'],
    // Month ends: 30 Nov + 3 months has no corresponding day in February.
    [50, '2026-11-30', false, '2027-02-28'],
    [50, '2027-11-30', false, '2028-02-29'],
    [50, '2026-11-29', false, '2027-02-28'],
    [50, '2026-10-31', false, '2027-01-31'],
    [50, '2027-01-31', false, '2027-04-30'],
    // A leap day has no corresponding day a year later.
    [500, '2028-02-29', false, '2029-02-28'],
  ])('%d 元 handed in on %s (longer at 100: %s) is kept to the end of %s', (yuan, day, longer, last) => {
    const record = stored({ estimate: worth(yuan), foundAt: null, handedInAt: instantOf(day, '23:30') })
    const end = custodyEnd(record, { ...RULES, lostThresholdTakesLonger: longer })
    expect(formatCivil(end)).toBe(`${last} 23:59`)
  })

  it('31 Jan + 1 month ends on the last of February where the office keeps one month', () => {
    const rules = { ...RULES, lostSmallCustodyMonths: 1 }
    const end = (day: string) =>
      civilDayOf(custodyEnd(stored({ estimate: worth(1), foundAt: null, handedInAt: instantOf(day) }), rules))
    expect(end('2027-01-31')).toBe('2027-02-28')
    expect(end('2028-01-31')).toBe('2028-02-29')
  })

  it('takes the band where no amount is known', () => {
    const kept = (band: 'upTo100' | 'over100') =>
      civilDayOf(custodyEnd(stored({ estimate: { fen: null, band } }), RULES))
    expect(kept('upTo100')).toBe('2026-06-09')
    expect(kept('over100')).toBe('2027-03-09')
  })

  it('is moved by no holiday: it is a rule of the house (domain 3)', () => {
    // Three months from 1 July 2026: National Day.
    const record = stored({
      estimate: worth(10),
      foundAt: null,
      handedInAt: instantOf('2026-07-01', '10:00'),
    })
    expect(civilDayOf(custodyEnd(record, RULES))).toBe('2026-10-01')
  })

  it('is never shorter for what is worth more, whatever the amount', () => {
    fc.assert(
      fc.property(fc.nat(30_000), fc.nat(30_000), fc.boolean(), (a, b, lostThresholdTakesLonger) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map((fen) =>
          custodyEnd(stored({ estimate: { fen, band: 'over100' } }), { ...RULES, lostThresholdTakesLonger }),
        )
        expect((less ?? '') <= (more ?? '')).toBe(true)
      }),
    )
  })
})

describe('the legal year from 招领公告 (domain 6; 民法典 318, 201–203)', () => {
  const yearFrom = (day: string) =>
    legalYearEnd(
      noticed(instantOf(day, '15:00'), { foundAt: null, handedInAt: instantOf(day, '09:00') }),
      RULES,
    )

  it.each([
    ['2024-03-12', '2025-03-12'],
    // 29 Feb 2024 + 1 year: the month's last day, a Friday.
    ['2024-02-29', '2025-02-28'],
    // The last day is National Day: the first working day after the holiday.
    ['2023-10-01', '2024-10-08'],
    // A Saturday that is worked (make-up day): it is a working day, and stays.
    ['2023-10-12', '2024-10-12'],
    // A plain Saturday moves to Monday.
    ['2023-11-16', '2024-11-18'],
    // New Year's Day.
    ['2024-01-01', '2025-01-02'],
  ])('announced on %s it ends on %s', (from, last) => {
    expect(formatCivil(yearFrom(from) ?? '')).toBe(`${last} 23:59`)
  })

  it('has not begun before anything is posted: the owner may always claim', () => {
    expect(legalYearEnd(stored(), RULES)).toBeNull()
    expect(legalYearRuns(stored(), RULES, instantOf('2040-01-01'))).toBe(true)
  })

  it('runs on after the house period of a small thing (3 months), and through its last millisecond', () => {
    const record = noticed(HANDED_IN_AT, { estimate: worth(100) })
    const custody = custodyEnd(record, RULES)
    const end = legalYearEnd(record, RULES) ?? ''
    expect(civilDayOf(custody)).toBe('2026-06-09')
    expect(civilDayOf(end)).toBe('2027-03-09')
    expect(legalYearRuns(record, RULES, instantOf('2026-06-10'))).toBe(true)
    expect(legalYearRuns(record, RULES, end)).toBe(true)
    expect(legalYearRuns(record, RULES, instantFromMs(msOf(end) + 1))).toBe(false)
  })

  it('is not begun anew by a second posting', () => {
    const again = { postedAt: instantOf('2026-05-01', '10:00'), place: '北门' }
    const twice = commands.publish(noticed(), again, contextAt(again.postedAt, 'clerk'))
    expect(twice.ok && legalYearEnd(twice.value, RULES)).toBe(legalYearEnd(noticed(), RULES))
  })

  it('ends on a working day, never before the corresponding day', () => {
    const isWorkday = workdaysWith()
    const at = fc.integer({ min: msOf('2022-01-01T00:00:00.000Z'), max: msOf('2024-12-01T00:00:00.000Z') })
    fc.assert(
      fc.property(at, (ms) => {
        const postedAt = instantFromMs(ms)
        const end = legalYearEnd(noticed(postedAt, { foundAt: null, handedInAt: postedAt }), RULES) ?? ''
        expect(isWorkday(civilDayOf(end))).toBe(true)
        expect(end >= addCivilMonths(postedAt, 12)).toBe(true)
      }),
    )
  })
})

describe('what must not be kept (domain 6; law: found items to the police)', () => {
  it('asks for hand-over of 证件, 银行卡, 涉密载体, 违禁品 and 危险品 on the very day, of nothing else', () => {
    for (const category of LOST_CATEGORIES) {
      const sensitive = (SENSITIVE_CATEGORIES as readonly string[]).includes(category)
      const duty = nextDuty(stored({ category }), RULES)
      expect([category, duty?.kind]).toEqual([category, sensitive ? 'handOverNow' : 'custody'])
      if (sensitive) expect(formatCivil(duty?.dueAt ?? '')).toBe('2026-03-09 23:59')
    }
    expect(sensitiveDue(stored())).toBeNull()
  })

  it('knows the local rule of working days only where the office set one', () => {
    expect(policeDue(stored(), RULES)).toBeNull()
    const rules = { ...RULES, lostPoliceWorkdays: 10 }
    // Ten working days after Monday 9 March 2026 are two weeks.
    expect(formatCivil(policeDue(stored(), rules) ?? '')).toBe('2026-03-23 23:59')
    expect(dutiesOf(stored(), rules).map(({ kind }) => kind)).toEqual(['police', 'custody'])
  })

  it('leaves holidays out of the working days and counts a make-up Sunday', () => {
    // 2024: the 1st to 7th of October free, Saturday the 12th worked.
    const record = stored({ foundAt: null, handedInAt: instantOf('2024-09-30', '10:00') })
    expect(civilDayOf(policeDue(record, { ...RULES, lostPoliceWorkdays: 5 }) ?? '')).toBe('2024-10-12')
  })
})

describe('逾期待处理 comes by itself (domain 6)', () => {
  it('the last moment of the last day is in time; the next is not', () => {
    const record = stored({ estimate: worth(100) })
    const end = custodyEnd(record, RULES)
    expect(commands.expireIfDue(record, contextAt(end))).toBeNull()
    const after = instantFromMs(msOf(end) + 1)
    const expired = expiredAt(after, record)
    expect(expired).toMatchObject({ state: 'expired', expiredAt: after, rev: record.rev + 1 })
    expect(expired.steps.at(-1)).toMatchObject({ command: 'expire', by: '', userId: '', to: 'expired' })
    expect(expired.duty).toEqual({ kind: 'decide', dueAt: end })
    // Once is enough, and nothing is disposed of by it.
    expect(commands.expireIfDue(expired, contextAt(instantOf('2040-01-01')))).toBeNull()
  })

  it('overtakes an item that was announced too, and none that has left', () => {
    const later = instantOf('2030-01-01')
    expect(commands.expireIfDue(noticed(), contextAt(later))?.state).toBe('expired')
    for (const state of ['claimed', 'handedOver', 'disposed', 'void', 'reserved'] as const) {
      expect(commands.expireIfDue({ ...stored(), state }, contextAt(later))).toBeNull()
    }
  })
})
