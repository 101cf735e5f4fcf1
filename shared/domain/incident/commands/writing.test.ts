import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addHours, instantFromMs, msOf } from '../../../util/civilTime'
import { may } from '../../office/permissions'
import { ROLES } from '../../office/types'
import { NO_PERSON } from '../../register/person'
import { CHECKLISTS, checklistProgress } from '../checklists'
import { INCIDENT_FIELDS } from '../fields'
import { INCIDENT_KINDS } from '../kinds'
import { guessKind } from '../kindWords'
import { sumOf } from '../money'
import { INCIDENT_COMMANDS, type IncidentCommand } from '../states'
import {
  accepted,
  archived,
  contextAt,
  OCCURRED_AT,
  REGISTERED_AT,
  refusalOf,
  registered,
  reportOf,
  submitted,
  verified,
  voided,
} from '../testing'
import type { Incident } from '../types'
import * as commands from '.'

const now = addHours(REGISTERED_AT, 2)
const ctx = contextAt(now)
const tomorrow = addHours(now, 24)
const given = { number: '客服-SG-2026-0007', year: 2026, seq: 7 }

describe('登记: type, place, time and go (domain 7)', () => {
  const start = (change: Parameters<typeof reportOf>[0], parties: commands.PartyInput[] = []) =>
    commands.register({ given, report: reportOf(change), reportedBy: '', parties }, ctx)

  it('needs no more than these', () => {
    expect(accepted(start({}))).toMatchObject({
      state: 'handling',
      number: given.number,
      reportedBy: '小林',
      reportedByUserId: 'u-clerk',
      restricted: false,
      duty: { kind: 'firstReport', dueAt: addHours(OCCURRED_AT, 24) },
    })
  })

  it.each([
    [{ place: '  ' }, 'incident.placeRequired', 'place'],
    [{ occurredAt: tomorrow }, 'time.inFuture', 'occurredAt'],
    [{ occurredAt: '昨天' }, 'time.invalid', 'occurredAt'],
  ] as const)('%j: %s', (change, key, field) => {
    expect(start(change)).toMatchObject({ ok: false, refusal: { key, field } })
  })

  it('looks at the people who are written down', () => {
    const nobody = { role: 'victim', person: NO_PERSON, note: '' } as const
    expect(refusalOf(start({}, [nobody]))).toBe('incident.partyEmpty')
    const wrong = { ...nobody, person: { ...NO_PERSON, name: '张三', phone: '12' } }
    expect(refusalOf(start({}, [wrong]))).toBe('person.phoneInvalid')
  })

  it('is not for 查阅', () => {
    const viewer = contextAt(now, 'viewer')
    const input = { given, report: reportOf(), reportedBy: '', parties: [] }
    expect(refusalOf(commands.register(input, viewer))).toBe('office.notAllowed')
  })
})

describe('留号 and 补录', () => {
  it('fills a blank sheet in, and whoever does it reports', () => {
    const blank = accepted(commands.reserve({ given }, contextAt(REGISTERED_AT, 'supervisor')))
    expect(blank).toMatchObject({ state: 'reserved', duty: { kind: 'fillIn' } })
    const sheet = { form: 'incidentReport', digest: 'd', way: 'blank', copies: 1 } as const
    const printed = accepted(commands.markPrinted(blank, sheet, contextAt(REGISTERED_AT)))
    const input = { report: reportOf({ kind: 'theft' }), reportedBy: '保安老李', parties: [] }
    const filled = accepted(commands.fillIn(printed, input, ctx))
    expect(filled).toMatchObject({ state: 'handling', reportedBy: '保安老李', reportedByUserId: 'u-clerk' })
    expect(filled.prints['incidentReport']?.printedDigest).not.toBe('d')
    expect(refusalOf(commands.fillIn(filled, input, ctx))).toBe('incident.notNow.fillIn')
  })
})

describe('时间线: stamped lines, struck through and never rewritten (domain 7)', () => {
  it('keeps the moment of the key, in order', () => {
    const one = accepted(commands.note(registered(), { text: '关阀', at: now }, ctx))
    const two = accepted(commands.note(one, { text: '接报', at: REGISTERED_AT }, contextAt(addHours(now, 1))))
    expect(two.timeline.map(({ text, at }) => [text, at])).toEqual([
      ['接报', REGISTERED_AT],
      ['关阀', now],
    ])
    expect(two.timeline.every(({ by, userId }) => by === '小林' && userId === 'u-clerk')).toBe(true)
  })

  it.each([
    [{ text: ' ', at: null }, 'incident.noteRequired'],
    [{ text: '关阀', at: tomorrow }, 'time.inFuture'],
  ] as const)('refuses %j: %s', (input, key) => {
    expect(refusalOf(commands.note(registered(), input, ctx))).toBe(key)
  })

  it('strikes with a reason, once', () => {
    const record = accepted(commands.note(registered(), { text: '关错阀', at: null }, ctx))
    const entryId = record.timeline[0]?.id ?? ''
    const reason = '阀号写错'
    expect(refusalOf(commands.strike(record, { entryId, reason: '' }, ctx))).toBe(
      'incident.strikeReasonRequired',
    )
    expect(refusalOf(commands.strike(record, { entryId: 'none', reason }, ctx))).toBe('incident.entryUnknown')
    const struck = accepted(commands.strike(record, { entryId, reason }, ctx))
    expect(struck.timeline).toMatchObject([{ text: '关错阀', struck: { reason, by: '小林', at: now } }])
    expect(refusalOf(commands.strike(struck, { entryId, reason }, ctx))).toBe('incident.alreadyStruck')
  })

  it('loses no line, whatever is written and struck (property)', () => {
    const act = fc.record({ text: fc.string({ minLength: 1 }), minute: fc.nat(100), strike: fc.boolean() })
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
        let record = registered()
        for (const { text, minute, strike } of acts) {
          const at = instantFromMs(msOf(REGISTERED_AT) + minute * 60_000)
          const before = record.timeline
          const noted = commands.note(record, { text, at }, ctx)
          if (!noted.ok) continue
          record = noted.value
          const entryId = record.timeline.at(-1)?.id ?? ''
          const struck = strike ? commands.strike(record, { entryId, reason: '错' }, ctx) : noted
          if (struck.ok) record = struck.value
          expect(record.timeline.length).toBe(before.length + 1)
          for (const { text: said } of before) expect(record.timeline.map((e) => e.text)).toContain(said)
        }
        const times = record.timeline.map(({ at }) => at)
        expect(times).toEqual(times.toSorted())
      }),
    )
  })
})

describe('checklists (domain 7)', () => {
  it.each(INCIDENT_KINDS)('%s has steps of its own, each once', (kind) => {
    const steps = CHECKLISTS[kind]
    expect(steps.length).toBeGreaterThan(4)
    expect(new Set(steps).size).toBe(steps.length)
    const fields = INCIDENT_FIELDS[kind].map(({ id }) => id)
    expect(new Set(fields).size).toBe(fields.length)
    expect(fields.length).toBeGreaterThan(0)
  })

  it('notes time and who; 不适用 asks why', () => {
    const done = { stepId: 'valve', outcome: 'done', reason: '多余' } as const
    const record = accepted(commands.mark(registered(), done, ctx))
    expect(record.checks).toEqual([{ stepId: 'valve', outcome: 'done', at: now, by: '小林', reason: '' }])
    const not = { stepId: 'power', outcome: 'notApplicable', reason: ' ' } as const
    expect(refusalOf(commands.mark(record, not, ctx))).toBe('incident.notApplicableReasonRequired')
    const both = accepted(commands.mark(record, { ...not, reason: '无电气设备' }, ctx))
    expect(checklistProgress(both)).toEqual({ settled: 2, steps: CHECKLISTS.waterLeak.length })
    expect(refusalOf(commands.mark(record, { ...done, stepId: 'rollCall' }, ctx))).toBe(
      'incident.stepUnknown',
    )
    const off = accepted(commands.unmark(both, { stepId: 'valve' }, ctx))
    expect(off.checks.map(({ stepId }) => stepId)).toEqual(['power'])
    expect(refusalOf(commands.unmark(off, { stepId: 'valve' }, ctx))).toBe('incident.stepUnmarked')
  })
})

describe('own fields of a type (domain 7)', () => {
  it.each([
    ['pipe', 'supply', 'accepted'],
    ['pipe', 'gas', 'incident.fieldInvalid'],
    ['valveClosedAt', now, 'accepted'],
    ['valveClosedAt', '九点', 'time.invalid'],
    ['rollPresent', 3, 'incident.fieldUnknown'],
    ['affected', true, 'incident.fieldInvalid'],
  ])('%s = %s: %s', (id, value, key) => {
    expect(refusalOf(commands.setDetails(registered(), { details: { [id]: value } }, ctx))).toBe(key)
  })

  it('keeps what is left out and drops what is emptied', () => {
    const one = accepted(
      commands.setDetails(registered(), { details: { valve: 'B2-3', affected: ' 15层 ' } }, ctx),
    )
    const two = accepted(commands.setDetails(one, { details: { valve: '' } }, ctx))
    expect(two.details).toEqual({ affected: '15层' })
  })

  it('takes an 入账 amount in 元 with two decimals', () => {
    const record = registered({ kind: 'propertyDamage' })
    const book = (bookedAmount: number) => commands.setDetails(record, { details: { bookedAmount } }, ctx)
    expect(refusalOf(book(88.5))).toBe('accepted')
    for (const wrong of [-1, 1.005, Number.NaN]) expect(refusalOf(book(wrong))).toBe('incident.amountInvalid')
  })
})

describe('losses, notifications, calls, compensation, witnesses, insurance (domain 7)', () => {
  const record = registered()
  const loss = { id: null, item: '木地板', amount: 1200.5, owner: '张三' }
  const told = { id: null, told: '陈主任', toldAt: now, toldBy: '', words: '' }
  const call = {
    id: null,
    service: 'police',
    calledAt: now,
    calledBy: '',
    arrivedAt: null,
    receipt: '',
  } as const
  const paid = {
    id: null,
    amount: 800,
    paidBy: '管理处',
    agreedBy: '张三',
    outcome: 'signed',
    settledAt: now,
    note: '',
  } as const
  const insurance = { insurer: '某保险', policyNumber: '', reportedAt: null, claimNumber: '', note: '' }

  it('adds losses up in 分', () => {
    const losses = [loss, { ...loss, amount: 0.1 }, { ...loss, amount: 0.2 }, { ...loss, amount: null }]
    const next = accepted(commands.setLosses(record, { losses }, ctx))
    expect(sumOf(next.losses)).toBe(1200.8)
    expect(new Set(next.losses.map(({ id }) => id)).size).toBe(4)
  })

  it.each<[string, () => { ok: boolean }, string]>([
    [
      'a loss',
      () => commands.setLosses(record, { losses: [{ ...loss, item: '' }] }, ctx),
      'incident.itemRequired',
    ],
    [
      'a loss',
      () => commands.setLosses(record, { losses: [{ ...loss, amount: -1 }] }, ctx),
      'incident.amountInvalid',
    ],
    [
      '通知',
      () => commands.setNotifications(record, { notifications: [{ ...told, told: '' }] }, ctx),
      'incident.toldRequired',
    ],
    [
      '通知',
      () => commands.setNotifications(record, { notifications: [{ ...told, toldAt: tomorrow }] }, ctx),
      'time.inFuture',
    ],
    [
      '报警',
      () => commands.setCalls(record, { calls: [{ ...call, calledAt: tomorrow }] }, ctx),
      'time.inFuture',
    ],
    [
      '报警',
      () => commands.setCalls(record, { calls: [{ ...call, arrivedAt: REGISTERED_AT }] }, ctx),
      'incident.arrivedBeforeCall',
    ],
    [
      '赔偿',
      () => commands.setCompensations(record, { compensations: [{ ...paid, agreedBy: '' }] }, ctx),
      'incident.agreedByRequired',
    ],
    [
      '赔偿',
      () => commands.setCompensations(record, { compensations: [{ ...paid, amount: null }] }, ctx),
      'incident.amountRequired',
    ],
    [
      '赔偿',
      () => commands.setCompensations(record, { compensations: [{ ...paid, settledAt: null }] }, ctx),
      'incident.settledAtRequired',
    ],
    [
      '证人',
      () =>
        commands.setWitnesses(record, { witnesses: [{ id: null, person: NO_PERSON, statement: '' }] }, ctx),
      'person.nameRequired',
    ],
    [
      '保险',
      () => commands.setInsurance(record, { insurance: { ...insurance, insurer: ' ' } }, ctx),
      'incident.insurerRequired',
    ],
    [
      '保险 left empty where there was none',
      () => commands.setInsurance(record, { insurance: null }, ctx),
      'incident.insurerRequired',
    ],
    [
      '伤情',
      () =>
        commands.setInjuries(
          record,
          { injuries: [{ id: null, who: '', condition: '', treatment: '' }] },
          ctx,
        ),
      'incident.conditionRequired',
    ],
  ])('%s without what it needs: %#', (_what, run, key) => {
    expect(refusalOf(run() as ReturnType<typeof commands.setLosses>)).toBe(key)
  })

  it('takes them, and says who told and called', () => {
    const noted = accepted(commands.setNotifications(record, { notifications: [told] }, ctx))
    expect(noted.notifications).toMatchObject([{ toldBy: '小林', told: '陈主任' }])
    expect(accepted(commands.setCalls(record, { calls: [call] }, ctx)).calls[0]?.calledBy).toBe('小林')
    expect(refusalOf(commands.setCompensations(record, { compensations: [paid] }, ctx))).toBe('accepted')
    const insured = accepted(commands.setInsurance(record, { insurance }, ctx))
    expect(insured.insurance).toEqual(insurance)
    expect(accepted(commands.setInsurance(insured, { insurance: null }, ctx)).insurance).toBeNull()
  })
})

describe('伤情 (domain 7)', () => {
  const injuries = [{ id: null, who: '张三', condition: '右腕擦伤', treatment: '社区医院' }]
  it('makes somebody hurt, and stays so while it is written down', () => {
    const hurt = accepted(commands.setInjuries(registered(), { injuries }, ctx))
    expect(hurt.report.personHurt).toBe(true)
    const amended = commands.amend(hurt, { report: { ...hurt.report, personHurt: false } }, ctx)
    expect(refusalOf(amended)).toBe('incident.hurtStands')
  })

  it('is not written by a clerk who does not report', () => {
    const other = contextAt(now, 'clerk', 'u-other')
    expect(refusalOf(commands.setInjuries(registered(), { injuries }, other))).toBe(
      'incident.injuriesWithheld',
    )
    expect(refusalOf(commands.setLosses(registered(), { losses: [] }, other))).toBe('accepted')
  })
})

describe('every command, role and state (domain 1, 7)', () => {
  const records: Incident[] = [registered(), submitted(), verified(), archived(), voided()]
  const bare: Partial<Record<IncidentCommand, (r: Incident, c: typeof ctx) => { ok: boolean }>> = {
    amend: (r, c) => commands.amend(r, { report: r.report }, c),
    setLosses: (r, c) => commands.setLosses(r, { losses: [] }, c),
    note: (r, c) => commands.note(r, { text: 'x', at: null }, c),
    submit: (r, c) => commands.submit(r, {}, c),
    verify: (r, c) => commands.verify(r, { words: '' }, c),
    approve: (r, c) => commands.approve(r, { words: '' }, c),
    archive: (r, c) => commands.archive(r, {}, c),
    void: (r, c) => commands.voidRecord(r, { reason: 'x' }, c),
  }

  it('never changes a record without the permission and the state (property)', () => {
    const which = fc.record({
      role: fc.constantFrom(...ROLES),
      name: fc.constantFrom(...(Object.keys(bare) as IncidentCommand[])),
      record: fc.constantFrom(...records),
    })
    fc.assert(
      fc.property(which, ({ role, name, record }) => {
        const before = JSON.stringify(record)
        const answer = bare[name]?.(record, contextAt(tomorrow, role))
        const { permission, from } = INCIDENT_COMMANDS[name]
        const states: readonly string[] = from
        if (!may(role, permission) || !states.includes(record.state)) expect(answer?.ok).toBe(false)
        expect(JSON.stringify(record)).toBe(before)
      }),
    )
  })
})

it.each([
  ['楼上漏水，把我家地板泡了', 'waterLeak'],
  ['车停在地库被刮花了', 'vehicleDamage'],
  ['家里被盗，门锁没坏', 'theft'],
  ['保安态度差', 'other'],
])('guesses the type of a complaint: %s', (words, kind) => {
  expect(guessKind(words)).toBe(kind)
})
