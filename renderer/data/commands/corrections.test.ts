import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { emptyReport } from '../../../shared/domain/incident/blank'
import { correctionSchema } from '../../../shared/schema/correction'
import { withoutListKeys } from '../core/rowTraits'
import { timelineOf } from '../queries/records'
import { intakeOf } from '../testing/complaints'
import { agreeTo, askFor, lockMonth } from '../testing/corrections'
import { openTestOffice, type TestOffice } from '../testing/office'
import { addUnit, returnVisitTo } from '../testing/visits'
import {
  amendIntakeCommand,
  answerCommand,
  assignCommand,
  closeCommand,
  completeCommand,
  judgeCommand,
  recordReturnVisitCommand,
  registerComplaintCommand,
} from './complaints'
import { rejectCorrectionCommand, requestCorrectionCommand, verifyCorrectionCommand } from './corrections'
import { registerIncidentCommand } from './incidents'
import { registerReturnVisitCommand } from './returnVisits'

const PLACE = { path: 'intake.place', before: '5号楼2单元', after: '5号楼3单元' }

/** An office in April whose March is signed, with a complaint of March that was closed then. */
async function lockedOffice(): Promise<{ office: TestOffice; id: string }> {
  const office = await openTestOffice()
  const made = await office.runner.run(registerComplaintCommand, {
    intake: intakeOf('楼道的灯不亮'),
    receivedBy: '',
  })
  if (!made.ok) throw new Error(made.refusal.key)
  const { id } = made.value.value
  const judged = { nature: 'inquiry', severity: 'minor', cause: 'facilities' } as const
  await office.runner.run(judgeCommand, { id, rev: 1, ...judged })
  const answer = { answeredAt: '2026-03-02T01:00:00.000Z', content: '明早换灯', answeredBy: '' }
  await office.runner.run(answerCommand, { id, rev: 2, ...answer, way: 'phone' })
  const closing = { summary: '已解释', correctiveActionRef: '', headOfficeReportedAt: null }
  const closed = await office.runner.run(closeCommand, { id, rev: 3, ...closing })
  if (!closed.ok) throw new Error(closed.refusal.key)
  await lockMonth(office, '2026-03')
  office.clock.now = '2026-04-06T01:00:00.000Z'
  return { office, id }
}

const refusalOf = (result: { ok: boolean; refusal?: { key: string } }) =>
  result.ok ? null : result.refusal?.key

describe('更正单 (domain 12)', () => {
  it('changes the record of a locked month when the director agrees, both rows in one transaction', async () => {
    const { office, id } = await lockedOffice()
    await office.signInAs('clerk')
    const asked = await askFor(office, 'complaints', id, { changes: [PLACE] })
    if (!asked.ok) throw new Error(asked.refusal.key)
    expect(asked.value.value.number).toBe('客服-BG-2026-0001')
    expect((await office.db.of('complaints').get(id))?.intake.place).toBe('5号楼2单元')
    await office.signInAs('director')
    expect((await agreeTo(office, asked.value.value.id)).ok).toBe(true)
    const complaint = await office.db.of('complaints').get(id)
    const correction = await office.db.of('corrections').get(asked.value.value.id)
    expect(complaint).toMatchObject({ state: 'closed', intake: { place: '5号楼3单元' } })
    expect(complaint?.steps.at(-1)).toMatchObject({ command: 'correct', note: '客服-BG-2026-0001' })
    expect(complaint?.links).toMatchObject([{ table: 'corrections', relation: 'correction' }])
    expect(correction).toMatchObject({ state: 'applied', month: '2026-03', links: [{ id }], duty: null })
    correctionSchema.parse(withoutListKeys(correction ?? {}))
    const told = (await timelineOf(office.db, id)).find(({ entry }) => entry.command === 'correction.apply')
    expect(told?.detail?.changes.find((change) => change.id === id)?.fields).toContainEqual(PLACE)
  })

  it('leaves the locked record as it is by any other way', async () => {
    const { office, id } = await lockedOffice()
    const made = await office.runner.run(amendIntakeCommand, { id, rev: 4, intake: intakeOf('别的话') })
    expect(made.ok).toBe(false)
  })

  it('is refused while the month is open, with nothing changed, without reason, and of a void record', async () => {
    const { office, id } = await lockedOffice()
    expect(refusalOf(await askFor(office, 'complaints', id, {}))).toBe('correction.nothingChanged')
    const without = await askFor(office, 'complaints', id, { changes: [PLACE], reason: ' ' })
    expect(refusalOf(without)).toBe('correction.reasonRequired')
    await office.db.table('monthReviews').update('2026-03', { state: 'running' })
    expect(refusalOf(await askFor(office, 'complaints', id, { changes: [PLACE] }))).toBe(
      'correction.monthOpen',
    )
    // Nothing was written, so no number was given away (domain 2).
    expect(await office.db.of('corrections').count()).toBe(0)
    await lockMonth(office, '2026-03')
    const voiding = await askFor(office, 'complaints', id, { voids: true })
    if (!voiding.ok) throw new Error(voiding.refusal.key)
    expect(voiding.value.value.number).toBe('客服-BG-2026-0001')
    await agreeTo(office, voiding.value.value.id)
    expect(await office.db.of('complaints').get(id)).toMatchObject({ state: 'void', duty: null })
    expect(refusalOf(await askFor(office, 'complaints', id, { changes: [PLACE] }))).toBe(
      'correction.recordVoid',
    )
  })

  it.each([
    ['what the record does not say', { ...PLACE, before: '别处' }, 'correction.recordChanged'],
    ['a field that nobody corrects', { path: 'rev', before: 4, after: 9 }, 'correction.notCorrectable'],
    [
      'an emptied field that is needed',
      { path: 'intake.content', before: '楼道的灯不亮', after: '' },
      'correction.required',
    ],
    ['a word of no list', { path: 'intake.channel', before: 'phone', after: 'x' }, 'correction.invalid'],
    [
      'a phone that is none',
      { path: 'intake.complainant.phone', before: '13800001234', after: '12' },
      'person.phoneInvalid',
    ],
  ])('is refused for %s', async (_, change, key) => {
    const { office, id } = await lockedOffice()
    expect(refusalOf(await askFor(office, 'complaints', id, { changes: [change] }))).toBe(key)
  })

  it('waits once for a record, and again once it was refused', async () => {
    const { office, id } = await lockedOffice()
    const asked = await askFor(office, 'complaints', id, { changes: [PLACE] })
    if (!asked.ok) throw new Error(asked.refusal.key)
    const again = await askFor(office, 'complaints', id, { changes: [PLACE] })
    expect(again).toMatchObject({
      refusal: { key: 'correction.alreadyAsked', params: { number: '客服-BG-2026-0001' } },
    })
    const on = { id: asked.value.value.id, rev: 1 }
    expect(refusalOf(await office.runner.run(rejectCorrectionCommand, { ...on, reason: '' }))).toBe(
      'correction.rejectReasonRequired',
    )
    await office.runner.run(rejectCorrectionCommand, { ...on, reason: '查无此事' })
    expect((await askFor(office, 'complaints', id, { changes: [PLACE] })).ok).toBe(true)
  })

  it('is verified by a supervisor and approved by the director only (domain 1)', async () => {
    const { office, id } = await lockedOffice()
    await office.signInAs('clerk')
    const asked = await askFor(office, 'complaints', id, { changes: [PLACE] })
    if (!asked.ok) throw new Error(asked.refusal.key)
    const on = { id: asked.value.value.id, rev: 1, words: '' }
    expect(refusalOf(await office.runner.run(verifyCorrectionCommand, on))).toBe('role.notAllowed')
    await office.signInAs('supervisor')
    expect(refusalOf(await agreeTo(office, on.id))).toBe('role.notAllowed')
    expect((await office.db.of('corrections').get(on.id))?.state).toBe('verified')
    expect((await office.db.of('complaints').get(id))?.intake.place).toBe('5号楼2单元')
    await office.signInAs('viewer')
    const viewing = { table: 'complaints' as const, id, rev: 4, changes: [PLACE], voids: false, reason: '试' }
    expect(refusalOf(await office.runner.run(requestCorrectionCommand, viewing))).toBe('role.notAllowed')
  })

  it('does nothing where the record changed after it was asked for', async () => {
    const { office, id } = await lockedOffice()
    const asked = await askFor(office, 'complaints', id, { changes: [PLACE] })
    if (!asked.ok) throw new Error(asked.refusal.key)
    const row = await office.db.of('complaints').get(id)
    if (!row) throw new Error('it was registered')
    await office.db.table('complaints').put({ ...row, intake: { ...row.intake, place: '地库' } })
    expect(await agreeTo(office, asked.value.value.id)).toMatchObject({
      refusal: { key: 'correction.recordChanged', field: 'intake.place' },
    })
    expect((await office.db.of('corrections').get(asked.value.value.id))?.state).toBe('verified')
  })

  it('ties a corrected 房号 to its unit', async () => {
    const { office, id } = await lockedOffice()
    const unit = await addUnit(office, '808')
    const path = 'intake.complainant.unitCode'
    const asked = await askFor(office, 'complaints', id, {
      changes: [{ path, before: '5-2-301', after: '5-2-808' }],
    })
    if (!asked.ok) throw new Error(asked.refusal.key)
    await agreeTo(office, asked.value.value.id)
    const { complainant } = (await office.db.of('complaints').get(id))?.intake ?? {}
    expect(complainant).toMatchObject({ unitCode: '5-2-808', unitId: unit })
  })

  it('corrects a return visit of its own', async () => {
    const office = await openTestOffice()
    const given = returnVisitTo('5-2-301')
    const made = await office.runner.run(registerReturnVisitCommand, {
      entry: given,
      round: '',
      targetId: '',
    })
    if (!made.ok) throw new Error(made.refusal.key)
    await lockMonth(office, '2026-03')
    office.clock.now = '2026-04-06T01:00:00.000Z'
    const change = { path: 'entry.satisfaction', before: 'A', after: 'B' }
    const asked = await askFor(office, 'returnVisits', made.value.value.id, { changes: [change] })
    if (!asked.ok) throw new Error(asked.refusal.key)
    expect((await agreeTo(office, asked.value.value.id)).ok).toBe(true)
    expect((await office.db.of('returnVisits').get(made.value.value.id))?.entry?.satisfaction).toBe('B')
  })

  it('corrects the 回访 that a complaint wrote with it, which is not corrected by itself (domain 8)', async () => {
    const office = await openTestOffice()
    const { complaintId, visitId } = await visitedComplaint(office)
    await lockMonth(office, '2026-03')
    office.clock.now = '2026-04-06T01:00:00.000Z'
    const alone = [{ path: 'entry.satisfaction', before: 'A', after: 'B' }]
    expect(refusalOf(await askFor(office, 'returnVisits', visitId, { changes: alone }))).toBe(
      'returnVisit.ofComplaint',
    )
    const change = { path: 'returnVisits.0.outcome', before: 'satisfied', after: 'fairlySatisfied' }
    const asked = await askFor(office, 'complaints', complaintId, { changes: [change] })
    if (!asked.ok) throw new Error(asked.refusal.key)
    expect((await agreeTo(office, asked.value.value.id)).ok).toBe(true)
    const visit = await office.db.of('returnVisits').get(visitId)
    expect(visit).toMatchObject({ entry: { satisfaction: 'B', content: '谢谢\n换灯' } })
    expect(visit?.steps.at(-1)).toMatchObject({ command: 'correct', note: '客服-BG-2026-0001' })
  })
})

/** A 有效投诉 whose 回访 reached somebody, closed in March. */
async function visitedComplaint(office: TestOffice) {
  const at = office.clock.now
  const made = await office.runner.run(registerComplaintCommand, {
    intake: intakeOf('灯坏了'),
    receivedBy: '',
  })
  if (!made.ok) throw new Error(made.refusal.key)
  const { id } = made.value.value
  const on = async () => ({ id, rev: (await office.db.of('complaints').get(id))?.rev ?? 0 })
  const { runner } = office
  const judgement = { nature: 'valid', severity: 'minor', cause: 'facilities' } as const
  await runner.run(judgeCommand, { ...(await on()), ...judgement })
  await runner.run(assignCommand, {
    ...(await on()),
    department: '维修班',
    responsible: '赵师傅',
    promisedAt: null,
  })
  await runner.run(completeCommand, { ...(await on()), measures: '换灯', completedAt: at })
  const spoken = { way: 'phone' as const, answeredBy: '' }
  await runner.run(answerCommand, { ...(await on()), ...spoken, answeredAt: at, content: '已换' })
  const visit = {
    visitedAt: at,
    way: 'phone' as const,
    visitedBy: '',
    outcome: 'satisfied' as const,
    words: '谢谢',
  }
  await runner.run(recordReturnVisitCommand, { ...(await on()), ...visit })
  const closing = { summary: '', correctiveActionRef: '', headOfficeReportedAt: null }
  const closed = await runner.run(closeCommand, { ...(await on()), ...closing })
  if (!closed.ok) throw new Error(closed.refusal.key)
  const [written] = await office.db.of('returnVisits').toArray()
  if (!written) throw new Error('the 回访 is a record of its own')
  return { complaintId: id, visitId: written.id }
}

describe('a 更正单 of an incident (domain 7, 12)', () => {
  it('is asked for by nobody who may not read the record', async () => {
    const office = await openTestOffice()
    await office.signInAs('director')
    const report = { ...emptyReport(office.clock.now), kind: 'death' as const, place: '5号楼' }
    const input = { report, reportedBy: '', parties: [] }
    const made = await office.runner.run(registerIncidentCommand, input)
    if (!made.ok) throw new Error(made.refusal.key)
    const { id } = made.value.value
    await lockMonth(office, '2026-03')
    office.clock.now = '2026-04-06T01:00:00.000Z'
    const changes = [{ path: 'report.kind', before: 'death', after: 'theft' }]
    await office.signInAs('clerk')
    expect(refusalOf(await askFor(office, 'incidents', id, { changes }))).toBe('correction.restricted')
    expect(await office.db.of('corrections').count()).toBe(0)
    await office.signInAs('supervisor')
    expect(refusalOf(await askFor(office, 'incidents', id, { changes }))).not.toBe('correction.restricted')
  })
})
