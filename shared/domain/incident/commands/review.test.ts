import { describe, expect, it } from 'vitest'
import { addHours } from '../../../util/civilTime'
import type { Role } from '../../office/types'
import {
  accepted,
  APPROVED_AT,
  approved,
  archived,
  contextAt,
  OCCURRED_AT,
  REGISTERED_AT,
  refusalOf,
  registered,
  submitted,
  VERIFIED_AT,
  verified,
  voided,
} from '../testing'
import type { Incident, IncidentReport } from '../types'
import * as commands from '.'

const later = addHours(APPROVED_AT, 1)
const at = (role: Role = 'clerk', userId?: string) => contextAt(later, role, userId)
const full: Partial<IncidentReport> = { course: '经过', severity: 'minor', prevention: '建议' }

describe('提交 (domain 7)', () => {
  it.each([
    ['course', 'incident.courseRequired'],
    ['severity', 'incident.severityRequired'],
    ['prevention', 'incident.preventionRequired'],
  ] as const)('asks for %s', (field, key) => {
    const lacking = { ...full, [field]: field === 'severity' ? null : '  ' }
    const refused = commands.submit(registered(lacking), {}, at())
    expect(refused).toMatchObject({ ok: false, refusal: { key, field } })
  })

  it('says who and when, and keeps when the first one came', () => {
    const record = submitted()
    expect(record).toMatchObject({
      state: 'submitted',
      submittedBy: '小林',
      firstSubmittedAt: record.submittedAt,
    })
    const back = accepted(commands.returnForRevision(record, { reason: '写清起因' }, at('supervisor')))
    const again = accepted(commands.submit(back, {}, contextAt(addHours(later, 1))))
    expect(again).toMatchObject({ firstSubmittedAt: record.submittedAt, returned: null })
    expect(again.submittedAt).toBe(addHours(later, 1))
  })

  it.each(['amend', 'setLosses', 'note', 'mark'] as const)('keeps %s out until it comes back', (command) => {
    const record = submitted()
    const inputs = {
      amend: () => commands.amend(record, { report: record.report }, at()),
      setLosses: () => commands.setLosses(record, { losses: [] }, at()),
      note: () => commands.note(record, { text: '又', at: null }, at()),
      mark: () => commands.mark(record, { stepId: 'valve', outcome: 'done', reason: '' }, at()),
    }
    expect(refusalOf(inputs[command]())).toBe(`incident.notNow.${command}`)
  })
})

describe('主任已批 is needed for 死亡, 火警, 重大, injury (domain 7)', () => {
  const hurt = (record: Incident): Incident => ({
    ...record,
    injuries: [{ id: 'j', who: '', condition: '擦伤', treatment: '' }],
  })
  it.each<[string, Incident, boolean]>([
    ['水管爆裂, 轻微', verified(), false],
    ['重要', verified({ severity: 'important' }), false],
    ['重大', verified({ severity: 'major' }), true],
    ['死亡', verified({ kind: 'death' }), true],
    ['火警', verified({ kind: 'fire' }), true],
    ['有人受伤', verified({ personHurt: true }), true],
    ['伤情', hurt(verified()), true],
  ])('%s', (_name, record, needed) => {
    const key = refusalOf(commands.archive(record, {}, at('director')))
    expect(key).toBe(needed ? 'incident.approvalRequired' : 'accepted')
    const approval = refusalOf(commands.approve(record, { words: '' }, at('director')))
    expect(approval).toBe(needed ? 'accepted' : 'incident.isClosed')
    expect(refusalOf(commands.approve(record, { words: '' }, at('supervisor')))).toBe('office.notAllowed')
  })

  it('is not given before the supervisor verified', () => {
    const record = submitted({ severity: 'major' })
    expect(refusalOf(commands.approve(record, { words: '' }, at('director')))).toBe('incident.notNow.approve')
    expect(refusalOf(commands.verify(record, { words: '' }, at('clerk')))).toBe('office.notAllowed')
  })
})

describe('退回修改 (domain 7)', () => {
  it('needs a reason and puts the record back to 处置中', () => {
    const record = submitted()
    const bare = commands.returnForRevision(record, { reason: ' ' }, at('supervisor'))
    expect(refusalOf(bare)).toBe('incident.returnReasonRequired')
    const back = accepted(commands.returnForRevision(record, { reason: '起因不清' }, at('supervisor')))
    expect(back).toMatchObject({ state: 'handling', returned: { by: '周主管', reason: '起因不清' } })
    expect(back.duty?.kind).toBe('revise')
  })

  it('is the director’s where the director is waited for, and undoes the 核实', () => {
    const record = verified({ severity: 'major' })
    const reason = '补现场照片'
    expect(refusalOf(commands.returnForRevision(record, { reason }, at('supervisor')))).toBe(
      'office.notAllowed',
    )
    const back = accepted(commands.returnForRevision(record, { reason }, at('director')))
    expect(back).toMatchObject({ state: 'handling', verification: null })
  })
})

describe('after approval the report is closed, only numbered supplements may be added (domain 7)', () => {
  const closed: [string, Incident][] = [
    ['主管已核 of an ordinary one', verified()],
    ['主任已批', approved()],
    ['归档', archived()],
  ]
  const writing = [
    ['amend', (r: Incident) => commands.amend(r, { report: r.report }, at())],
    ['setParties', (r: Incident) => commands.setParties(r, { parties: [] }, at())],
    ['setDetails', (r: Incident) => commands.setDetails(r, { details: {} }, at())],
    ['setInsurance', (r: Incident) => commands.setInsurance(r, { insurance: null }, at())],
    ['note', (r: Incident) => commands.note(r, { text: '又', at: null }, at())],
    ['strike', (r: Incident) => commands.strike(r, { entryId: 'x', reason: '错' }, at())],
    ['attach', (r: Incident) => commands.attach(r, { attachmentIds: ['a'] }, at())],
    ['void', (r: Incident) => commands.voidRecord(r, { reason: '错' }, at('supervisor'))],
    ['returnForRevision', (r: Incident) => commands.returnForRevision(r, { reason: '错' }, at('director'))],
  ] as const
  it.each(
    closed.flatMap(([state, record]) => writing.map(([name, run]) => [state, name, record, run] as const)),
  )('%s: no %s', (_state, _name, record, run) => {
    expect(refusalOf(run(record))).toBe('incident.isClosed')
  })

  it.each(closed)('%s: 补充1, 补充2', (_state, record) => {
    const one = accepted(commands.supplement(record, { text: ' 已赔付 ', attachmentIds: ['a1'] }, at()))
    const two = accepted(commands.supplement(one, { text: '已复查', attachmentIds: [] }, at()))
    expect(two.supplements.map(({ seq, text }) => [seq, text])).toEqual([
      [1, '已赔付'],
      [2, '已复查'],
    ])
    expect(two.attachmentIds).toEqual(['a1'])
    expect(two.report).toEqual(record.report)
    expect(two.state).toBe(record.state)
    const bare = commands.supplement(record, { text: '', attachmentIds: [] }, at())
    expect(refusalOf(bare)).toBe('incident.supplementRequired')
  })

  it('takes no supplement before', () => {
    const input = { text: '又', attachmentIds: [] }
    expect(refusalOf(commands.supplement(registered(), input, at()))).toBe('incident.notNow.supplement')
    expect(refusalOf(commands.supplement(submitted(), input, at()))).toBe('incident.notNow.supplement')
    const waiting = verified({ severity: 'major' })
    expect(refusalOf(commands.supplement(waiting, input, at()))).toBe('incident.notClosed')
  })

  it('still takes paper and links, and nothing once void', () => {
    const print = { form: 'incidentReport', digest: 'd', way: 'printer', copies: 1 } as const
    expect(refusalOf(commands.markPrinted(archived(), print, at()))).toBe('accepted')
    const other = { table: 'complaints', id: 'c', number: 'n', relation: 'related' } as const
    expect(refusalOf(commands.link(archived(), { other }, at()))).toBe('accepted')
    expect(refusalOf(commands.note(voided(), { text: 'x', at: null }, at()))).toBe('incident.isVoid')
  })
})

describe('归档', () => {
  it('says who and when, and waits for nothing', () => {
    expect(archived()).toMatchObject({ state: 'archived', archivedBy: '小林', duty: null })
  })
})

describe('限阅 (domain 7)', () => {
  it('is set for 死亡 by itself, and never lifted', () => {
    const death = registered({ kind: 'death' })
    expect(death.restricted).toBe(true)
    const lifted = commands.restrict(death, { restricted: false }, at('director'))
    expect(refusalOf(lifted)).toBe('incident.deathStaysRestricted')
    const changed = commands.amend(registered(), { report: { ...death.report } }, at())
    expect(accepted(changed).restricted).toBe(true)
  })

  it('is set and lifted by a supervisor for others', () => {
    const record = registered()
    expect(refusalOf(commands.restrict(record, { restricted: true }, at()))).toBe('office.notAllowed')
    expect(refusalOf(commands.restrict(record, { restricted: false }, at('supervisor')))).toBe(
      'incident.notRestricted',
    )
    const shut = accepted(commands.restrict(record, { restricted: true }, at('supervisor')))
    expect(refusalOf(commands.restrict(shut, { restricted: true }, at('supervisor')))).toBe(
      'incident.restrictedAlready',
    )
    expect(accepted(commands.restrict(shut, { restricted: false }, at('supervisor'))).restricted).toBe(false)
  })

  it.each([
    ['the reporter, 处置中', registered({ kind: 'death' }), 'clerk', 'u-clerk', 'accepted'],
    ['another clerk', registered({ kind: 'death' }), 'clerk', 'u-other', 'incident.restricted'],
    ['a supervisor', registered({ kind: 'death' }), 'supervisor', undefined, 'accepted'],
    ['the director', registered({ kind: 'death' }), 'director', undefined, 'accepted'],
  ] as const)('lets %s write', (_who, record, role, userId, key) => {
    expect(refusalOf(commands.note(record, { text: '封门', at: null }, at(role, userId)))).toBe(key)
  })

  it('shuts the reporter out with the submission, and opens again when it comes back', () => {
    const record = submitted({ kind: 'death' })
    expect(refusalOf(commands.attach(record, { attachmentIds: ['a'] }, at()))).toBe('incident.restricted')
    const back = accepted(commands.returnForRevision(record, { reason: '改' }, at('supervisor')))
    expect(refusalOf(commands.note(back, { text: '改', at: null }, at()))).toBe('accepted')
  })
})

describe('撤销 (ui, "Habits")', () => {
  it('takes back a submission, and never a line of the 时间线', () => {
    const before = registered(full)
    const soon = contextAt(addHours(REGISTERED_AT, 0))
    const record = accepted(commands.submit(before, {}, soon))
    const undone = accepted(commands.undo(record, before, soon))
    expect(undone).toMatchObject({ state: 'handling', firstSubmittedAt: null })
    const noted = accepted(commands.note(before, { text: '关阀', at: null }, soon))
    expect(refusalOf(commands.undo(noted, before, soon))).toBe('undo.never')
  })

  it('leaves what the director approved to a director (domain 1)', () => {
    const before = verified({ severity: 'major' })
    const soon = (role: Role) => contextAt(addHours(APPROVED_AT, 0), role)
    const record = accepted(commands.approve(before, { words: '' }, soon('director')))
    expect(refusalOf(commands.undo(record, before, soon('supervisor')))).toBe('office.notAllowed')
    expect(accepted(commands.undo(record, before, soon('director'))).state).toBe('verified')
  })
})

it('counts the 24 hours from the event to the minute (domain 7, 3)', () => {
  expect(registered().duty).toEqual({ kind: 'firstReport', dueAt: addHours(OCCURRED_AT, 24) })
  expect(submitted().duty?.kind).toBe('verify')
  expect(verified().duty?.kind).toBe('archive')
  expect(verified({ severity: 'major' }).duty?.kind).toBe('approve')
  expect(VERIFIED_AT > REGISTERED_AT).toBe(true)
})
