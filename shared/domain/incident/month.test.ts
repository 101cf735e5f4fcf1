import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf } from '../../util/civilTime'
import type { CheckLine } from '../month/check'
import { figureOf, monthViewOf, spreadOf } from '../month/testing'
import { contextAt as laterAt } from '../register/testing'
import * as commands from './commands'
import { INCIDENT_KINDS } from './kinds'
import { incidentMonth } from './month'
import { incidentAbout } from './monthChecks'
import { readableBy } from './reading'
import {
  accepted,
  approved,
  archived,
  OCCURRED_AT,
  registered,
  submitted,
  telling,
  verified,
  voided,
} from './testing'
import { type Compensation, INCIDENT_SEVERITIES, type Incident, type IncidentReport } from './types'

const MONTH = '2026-11'

/** A record with a number of its own. */
function numbered(seq: number, record: Incident): Incident {
  return { ...record, id: `i${seq}`, number: `客服-SG-2026-000${seq}`, seq }
}

/** As if it had been registered at another moment; the event lay an hour before. */
function registeredOn(day: string, record: Incident): Incident {
  const createdAt = instantOf(day, '10:00')
  const steps = record.steps.map((step) => ({ ...step, at: createdAt }))
  return { ...record, createdAt, steps, report: { ...record.report, occurredAt: instantOf(day, '09:00') } }
}

function agreed(outcome: Compensation['outcome'], amount: number | null): Compensation {
  return { id: outcome, amount, paidBy: '', agreedBy: '', outcome, settledAt: null, note: '' }
}

const withLosses = (record: Incident): Incident => ({
  ...record,
  losses: [0.1, 0.2, null].map((amount, at) => ({ id: `l${at}`, item: '电视机', amount, owner: '' })),
  compensations: [agreed('signed', 50.5), agreed('open', 20), agreed('disputed', 30), agreed('signed', null)],
})

const figures = (incidents: Incident[], now?: string) =>
  incidentMonth.figures(monthViewOf(MONTH, { incidents }, now ? { now } : {}))

/** Numbers behind each line that has any, by their last digit. */
function found(incidents: Incident[], now?: string): Record<string, string[]> {
  const lines = incidentMonth.checks(monthViewOf(MONTH, { incidents }, now ? { now } : {}))
  const shown = lines.filter(({ findings }) => findings.length > 0)
  return Object.fromEntries(
    shown.map(({ key, findings }) => [key, findings.map(({ number }) => number.slice(-1))]),
  )
}

const lineOf = (lines: CheckLine[], key: string) => lines.find((line) => line.key === key)?.findings ?? []

describe('incidents of a month in figures (domain 7, 12)', () => {
  const month = [
    numbered(1, archived({ kind: 'fire', severity: 'major' })),
    numbered(2, withLosses(submitted())),
    numbered(3, registered({ kind: 'slip', personHurt: true })),
    numbered(4, voided()),
    numbered(5, registeredOn('2026-10-31', verified())),
  ]

  it('count what came in, without what was void in the same month or came before', () => {
    const said = figures(month)
    expect(figureOf(said, 'incident.added').value).toBe(3)
    expect(said.carryOver).toMatchObject({ carriedIn: 1, added: 3, completed: 1, carriedOut: 3 })
    expect(spreadOf(said, 'incident.kind')).toEqual({ fire: 1, waterLeak: 1, slip: 1 })
    expect(said.spreads[0]?.slices).toHaveLength(19)
    expect(spreadOf(said, 'incident.severity')).toEqual({ major: 1, minor: 1, open: 1 })
    expect(spreadOf(said, 'incident.hour')).toEqual({ '21': 3 })
  })

  it('tell finished reports from others, and who was hurt from what was lost', () => {
    const said = figures(month)
    expect(figureOf(said, 'incident.handled')).toMatchObject({
      value: 1,
      denominator: 3,
      target: { percent: 100, exceeds: false },
    })
    expect(figureOf(said, 'incident.hurt').value).toBe(1)
    expect(figureOf(said, 'incident.losses')).toMatchObject({ value: 0.3, unit: 'yuan' })
    expect(figureOf(said, 'incident.compensation').value).toBe(50.5)
  })

  it.each([
    { what: '主管已核, nothing to approve', record: verified(), handled: true },
    { what: '主管已核, 重大', record: verified({ severity: 'major' }), handled: false },
    { what: '主任已批', record: approved(), handled: true },
    { what: '已提交', record: submitted(), handled: false },
  ])('call $what handled: $handled', ({ record, handled }) => {
    expect(figureOf(figures([record]), 'incident.handled').value).toBe(handled ? 1 : 0)
  })

  it('ask for the first report once its 24 hours are over, the last moment included', () => {
    const due = instantOf('2026-11-21', '21:40')
    const rate = (record: Incident, now?: string) =>
      figureOf(figures([record], now), 'incident.firstReportInTime')
    const waiting = registered()
    expect(rate(waiting, due)).toMatchObject({ value: 0, denominator: 0 })
    expect(rate(waiting, instantOf('2026-11-21', '21:41'))).toMatchObject({ value: 0, denominator: 1 })
    expect(rate({ ...submitted(), firstSubmittedAt: due })).toMatchObject({ value: 1, denominator: 1 })
    const late = { ...submitted(), firstSubmittedAt: instantOf('2026-11-21', '21:41') }
    expect(rate(late)).toMatchObject({ value: 0, denominator: 1 })
  })

  it('are empty, not wrong, where nothing happened', () => {
    expect(figureOf(figures([]), 'incident.handled')).toMatchObject({ value: 0, denominator: 0 })
  })

  it('count each person of 伤情, and a 死亡 without any as one', () => {
    const injuries = ['甲', '乙'].map((who) => ({ id: who, who, condition: '', treatment: '' }))
    expect(figureOf(figures([{ ...registered(), injuries }]), 'incident.hurt').value).toBe(2)
    expect(figureOf(figures([registered({ kind: 'death' })]), 'incident.hurt').value).toBe(1)
  })
})

describe('incidents of any month in figures (domain 12)', () => {
  it('stand once in each spread, whatever they are', () => {
    const incident = fc.record({
      kind: fc.constantFrom(...INCIDENT_KINDS),
      severity: fc.constantFrom(null, ...INCIDENT_SEVERITIES),
      day: fc.integer({ min: 10, max: 30 }),
      isVoid: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(incident, { maxLength: 20 }), (given) => {
        const said = figures(
          given.map(({ kind, severity, day, isVoid }, at) =>
            registeredOn(`2026-11-${day}`, numbered(at, isVoid ? voided() : registered({ kind, severity }))),
          ),
        )
        const added = given.filter(({ isVoid }) => !isVoid).length
        expect(said.carryOver?.added).toBe(added)
        expect(figureOf(said, 'incident.added').value).toBe(added)
        for (const { slices } of said.spreads) {
          expect(slices.reduce((sum, { value }) => sum + value, 0)).toBe(added)
        }
      }),
    )
  })
})

describe('incidents in the checklist (domain 7, 12)', () => {
  it('find nothing where reports came in time and were finished', () => {
    expect(found([archived(), verified()].map((record, at) => numbered(at + 1, record)))).toEqual({})
  })

  it('name what is missing, and what was late', () => {
    const late = { ...submitted(), firstSubmittedAt: instantOf('2026-11-22', '00:10') }
    expect(
      found([
        numbered(1, registered({ prevention: '' })),
        numbered(2, verified({ severity: 'major' })),
        numbered(3, late),
        numbered(4, voided()),
      ]),
    ).toEqual({
      'incident.noPrevention': ['1'],
      'incident.notApproved': ['2'],
      'incident.lateReport': ['1', '3'],
    })
  })

  it.each<[Partial<IncidentReport>, boolean]>([
    [{ kind: 'death' }, true],
    [{ kind: 'fire' }, true],
    [{ severity: 'major' }, true],
    [{ personHurt: true }, true],
    [{ severity: 'important' }, false],
  ])('ask for approval of %o: %s', (change, asked) => {
    const lines = incidentMonth.checks(monthViewOf(MONTH, { incidents: [verified(change)] }))
    expect(lineOf(lines, 'incident.notApproved').map(({ why }) => why?.word)).toEqual(
      asked ? ['monthChecks:why.awaitsApproval'] : [],
    )
  })

  it('say by how many begun hours a first report was late', () => {
    const record = { ...submitted(), firstSubmittedAt: instantOf('2026-11-22', '00:10') }
    const lines = incidentMonth.checks(monthViewOf(MONTH, { incidents: [record] }))
    expect(lineOf(lines, 'incident.lateReport')).toMatchObject([
      { at: instantOf('2026-11-21', '21:40'), why: { params: { hours: 3 } } },
    ])
  })

  it('name a late report in its own month only, a missing one until it comes', () => {
    const october = registeredOn('2026-10-20', registered({ prevention: '查' }))
    const late = { ...october, firstSubmittedAt: instantOf('2026-10-25', '10:00') }
    expect(found([numbered(1, late)])).toEqual({ 'incident.openLong': ['1'] })
    expect(found([numbered(1, october)])['incident.lateReport']).toEqual(['1'])
  })

  it('call open longer what is open a month after it was registered', () => {
    const record = numbered(1, registeredOn('2026-10-15', verified()))
    expect(found([record], instantOf('2026-11-15', '23:59'))).toEqual({})
    expect(found([record], instantOf('2026-11-16'))).toEqual({ 'incident.openLong': ['1'] })
  })

  it('leave out what came after the month', () => {
    expect(found([numbered(1, registeredOn('2026-12-01', registered()))])).toEqual({})
  })

  it('do not take what was mended after the month for missing', () => {
    const record = verified({ severity: 'major' })
    const late = accepted(
      commands.approve(record, { words: '' }, laterAt(instantOf('2026-12-02', '09:00'), 'director')),
    )
    expect(found([numbered(1, late)])).toEqual({})
  })
})

describe('a 限阅 incident in the checklist (domain 7, 13)', () => {
  const secret = { ...telling({ kind: 'death', prevention: '' }), restricted: true }
  const lines = incidentMonth.checks(monthViewOf(MONTH, { incidents: [secret] }))

  it('says its number and type, and nothing else', () => {
    expect(incidentAbout(secret)).toBe('客户死亡')
    expect(JSON.stringify(lines)).not.toContain('秘')
    expect(lineOf(lines, 'incident.notApproved')).toMatchObject([{ about: '客户死亡', reason: '' }])
  })

  it('tells whoever may not read it nothing of what it lacks', () => {
    const seen = readableBy(secret, { userId: 'u-other', role: 'clerk' })
    const view = monthViewOf(MONTH, { incidents: [seen] })
    expect(incidentMonth.checks(view).flatMap(({ findings }) => findings)).toEqual([])
    expect(figureOf(incidentMonth.figures(view), 'incident.added').value).toBe(1)
    const filed = readableBy({ ...archived(), restricted: true }, { userId: 'u-other', role: 'viewer' })
    const { carryOver } = figures([filed])
    expect(carryOver).toMatchObject({ added: 1, completed: 1, carriedOut: 0 })
  })

  it('says where an open one happened', () => {
    expect(incidentAbout(registered())).toBe('水管爆裂/漏水 5号楼2单元15层管井')
    expect(registered().report.occurredAt).toBe(OCCURRED_AT)
  })
})
