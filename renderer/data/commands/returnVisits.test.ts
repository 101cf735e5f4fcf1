import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { progressOf } from '../../../shared/domain/returnVisit'
import { returnRound, roundProposal } from '../queries/returnVisits'
import type { ComplaintIntake } from '../../../shared/domain/complaint/types'
import { intakeOf } from '../testing/complaints'
import { openTestOffice, type TestOffice } from '../testing/office'
import { addUnit, returnVisitTo, visitTo } from '../testing/visits'
import { undoComplaintCommand } from './complaintPaper'
import {
  answerCommand,
  assignCommand,
  closeCommand,
  completeCommand,
  judgeCommand,
  recordReturnVisitCommand,
  registerComplaintCommand,
} from './complaints'
import { addTargetsCommand, skipTargetCommand } from './returnRounds'
import {
  amendReturnVisitCommand,
  complainCommand,
  fillInReturnVisitCommand,
  registerReturnVisitCommand,
  reserveReturnVisitsCommand,
  voidReturnVisitCommand,
} from './returnVisits'
import { registerVisitCommand } from './visits'

const complaintRow = async (office: TestOffice) => {
  const [row] = await office.db.of('complaints').toArray()
  if (!row) throw new Error('a complaint was registered')
  return row
}

/** What a command needs to know of a complaint. */
const onComplaint = (office: TestOffice, id: string) => async () => ({
  id,
  rev: (await office.db.of('complaints').get(id))?.rev ?? 0,
})

/** A complaint that was judged and given to somebody; answers how to name it. */
async function assigned(office: TestOffice, intake: ComplaintIntake) {
  const made = await office.runner.run(registerComplaintCommand, { intake, receivedBy: '' })
  if (!made.ok) throw new Error(made.refusal.key)
  const on = onComplaint(office, made.value.value.id)
  const judgement = { nature: 'valid', severity: 'minor', cause: 'facilities' } as const
  await office.runner.run(judgeCommand, { ...(await on()), ...judgement })
  await office.runner.run(assignCommand, {
    ...(await on()),
    department: '维修班',
    responsible: '赵师傅',
    promisedAt: null,
  })
  return on
}

/** Its work is done, now. */
async function complete(office: TestOffice, on: ReturnType<typeof onComplaint>): Promise<void> {
  const done = { ...(await on()), measures: '换门机', completedAt: office.clock.now }
  const completed = await office.runner.run(completeCommand, done)
  if (!completed.ok) throw new Error(completed.refusal.key)
}

/** A complaint that is handled and answered. */
async function handled() {
  const office = await openTestOffice()
  const on = await assigned(office, intakeOf('门禁坏了'))
  const at = office.clock.now
  await complete(office, on)
  const answer = { answeredAt: at, way: 'phone', content: '已修好', answeredBy: '' } as const
  await office.runner.run(answerCommand, { ...(await on()), ...answer })
  const visit = async (outcome: 'satisfied' | 'dissatisfied' | 'notReached', words = '好') =>
    office.runner.run(recordReturnVisitCommand, {
      ...(await on()),
      visitedAt: at,
      way: 'phone',
      visitedBy: '',
      outcome,
      words,
    })
  return { office, on, visit }
}

const returnVisits = (office: TestOffice) => office.db.of('returnVisits').orderBy('number').toArray()

describe('the return visit of a complaint (domain 8)', () => {
  it('is an HF record too, in the same transaction, linked both ways', async () => {
    const { office, visit } = await handled()
    expect((await visit('notReached')).ok).toBe(true)
    expect(await returnVisits(office)).toEqual([])
    expect((await visit('satisfied', '谢谢')).ok).toBe(true)
    const [made] = await returnVisits(office)
    const complaint = await complaintRow(office)
    expect(made).toMatchObject({
      number: '客服-HF-2026-0001',
      entry: { satisfaction: 'A', content: '谢谢\n换门机', source: { number: complaint.number } },
      links: [{ table: 'complaints', id: complaint.id }],
    })
    expect(complaint.links).toMatchObject([{ table: 'returnVisits', id: made?.id, relation: 'returnVisit' }])
    const line = office.lines.at(-1)
    expect(line?.body).toContain('客服-HF-2026-0001')
    expect(line?.body).toContain('complaint.recordReturnVisit')
  })

  it('is void when the step is taken back; its number stays and is not given again', async () => {
    const { office, on, visit } = await handled()
    await visit('satisfied')
    const undone = await office.runner.run(undoComplaintCommand, await on())
    expect(undone.ok && undone.value.value.undone).toBe('complaint.recordReturnVisit')
    const complaint = await complaintRow(office)
    expect([complaint.state, complaint.returnVisits, complaint.links]).toEqual(['handled', [], []])
    const [gone] = await returnVisits(office)
    expect(gone).toMatchObject({ state: 'void', number: '客服-HF-2026-0001', links: [] })
    await visit('satisfied')
    expect((await returnVisits(office)).map(({ number, state }) => [number, state])).toEqual([
      ['客服-HF-2026-0001', 'void'],
      ['客服-HF-2026-0002', 'recorded'],
    ])
  })

  it('of a 不满意 stays C, with the new complaint beside it', async () => {
    const { office, visit } = await handled()
    expect((await visit('dissatisfied', '还是坏的')).ok).toBe(true)
    expect((await returnVisits(office)).map(({ entry }) => entry?.satisfaction)).toEqual(['C'])
    expect(await office.db.of('complaints').count()).toBe(2)
    const [made] = await returnVisits(office)
    if (!made) throw new Error('it was written')
    const reason = { id: made.id, rev: made.rev, reason: '错' }
    expect(await office.runner.run(voidReturnVisitCommand, reason)).toMatchObject({
      refusal: { key: 'returnVisit.ofComplaint' },
    })
  })
})

describe('a return visit of its own (domain 8)', () => {
  it('follows up a suggestion, and both name each other', async () => {
    const office = await openTestOffice()
    await addUnit(office, '301')
    const visit = await office.runner.run(
      registerVisitCommand,
      visitTo('5-2-301', '2026-03-01T02:00:00.000Z'),
    )
    if (!visit.ok) throw new Error(visit.refusal.key)
    const { id: recordId, number } = visit.value.value
    const entry = returnVisitTo('5-2-301', { source: { kind: 'suggestion', recordId: null, number } })
    const made = await office.runner.run(registerReturnVisitCommand, { entry, round: '', targetId: '' })
    if (!made.ok) throw new Error(made.refusal.key)
    const [row] = await returnVisits(office)
    expect(row?.entry?.source).toEqual({ kind: 'suggestion', recordId, number })
    expect(row?.links).toMatchObject([{ table: 'visits', id: recordId }])
    expect((await office.db.of('visits').get(recordId))?.links).toMatchObject([{ id: made.value.value.id }])
  })

  it('filled in from paper, or corrected to it, names what it follows up on both sides', async () => {
    const office = await openTestOffice()
    await addUnit(office, '301')
    const numbers: { id: string; number: string }[] = []
    for (const day of ['01', '02']) {
      const visit = await office.runner.run(
        registerVisitCommand,
        visitTo('5-2-301', `2026-03-${day}T00:10:00.000Z`),
      )
      if (!visit.ok) throw new Error(visit.refusal.key)
      numbers.push(visit.value.value)
    }
    const [first, second] = numbers
    if (!first || !second) throw new Error('two visits were registered')
    const reserved = await office.runner.run(reserveReturnVisitsCommand, { count: 1 })
    const [blank] = reserved.ok ? reserved.value.value.records : []
    if (!blank) throw new Error('a row was reserved')
    const { id } = blank
    const about = (number: string) =>
      returnVisitTo('5-2-301', {
        visitedAt: office.clock.now,
        source: { kind: 'suggestion', recordId: null, number },
      })
    const filled = await office.runner.run(fillInReturnVisitCommand, {
      id,
      rev: 1,
      entry: about(first.number),
    })
    expect(filled.ok).toBe(true)
    const linksOf = async (table: 'visits' | 'returnVisits', of: string) =>
      (await office.db.of(table).get(of))?.links.map((link) => link.id)
    expect(await linksOf('returnVisits', id)).toEqual([first.id])
    expect(await linksOf('visits', first.id)).toEqual([id])
    const amended = await office.runner.run(amendReturnVisitCommand, {
      id,
      rev: 2,
      entry: about(second.number),
    })
    expect(amended.ok).toBe(true)
    expect(await linksOf('returnVisits', id)).toContain(second.id)
    expect(await linksOf('visits', second.id)).toEqual([id])
  })

  it('C 不满意 registers a complaint on request, linked, once', async () => {
    const office = await openTestOffice()
    const entry = returnVisitTo('5-2-301', { satisfaction: 'C', content: '楼道灯一直不亮' })
    const made = await office.runner.run(registerReturnVisitCommand, { entry, round: '', targetId: '' })
    if (!made.ok) throw new Error(made.refusal.key)
    const { id, rev } = made.value.value
    const opened = await office.runner.run(complainCommand, { id, rev, content: '楼道灯一直不亮' })
    if (!opened.ok) throw new Error(opened.refusal.key)
    const complaint = await complaintRow(office)
    expect(complaint).toMatchObject({
      number: '客服-TS-2026-0001',
      intake: { content: '楼道灯一直不亮', complainant: { name: '单雄信', unitCode: '5-2-301' } },
      links: [{ table: 'returnVisits', id }],
    })
    expect(await office.runner.run(complainCommand, { id, rev: rev + 1, content: 'x' })).toMatchObject({
      refusal: { key: 'returnVisit.noComplaintOffered' },
    })
  })

  it('is corrected by its own revision only', async () => {
    const office = await openTestOffice()
    const made = await office.runner.run(registerReturnVisitCommand, {
      entry: returnVisitTo('5-2-301'),
      round: '',
      targetId: '',
    })
    if (!made.ok) throw new Error(made.refusal.key)
    const { id } = made.value.value
    const entry = returnVisitTo('5-2-301', { satisfaction: 'B' })
    expect((await office.runner.run(amendReturnVisitCommand, { id, rev: 1, entry })).ok).toBe(true)
    expect(await office.runner.run(amendReturnVisitCommand, { id, rev: 1, entry })).toMatchObject({
      refusal: { key: 'record.changedElsewhere' },
    })
  })
})

describe('季度回访 (domain 8)', () => {
  const of = async ({ db }: TestOffice, round: string) =>
    (await roundProposal(db, round)).map(({ source }) => source.number.slice(-4))

  it('calls of the complaints those whose work was done in the quarter, whenever they were taken in', async () => {
    const office = await openTestOffice()
    const by = (name: string) => ({ ...intakeOf('').complainant, name, unitCode: '' })
    const intake = (name: string) => intakeOf('门禁坏了', { complainant: by(name) })
    await office.runner.run(registerComplaintCommand, { intake: intake('甲'), receivedBy: '' })
    const later = await assigned(office, intake('乙'))
    await complete(office, await assigned(office, intake('丙')))
    expect(await of(office, '2026-Q1')).toEqual(['0003'])
    office.clock.now = '2026-04-02T01:00:00.000Z'
    await complete(office, later)
    expect(await of(office, '2026-Q1')).toEqual(['0003'])
    expect(await of(office, '2026-Q2')).toEqual(['0002'])
  })

  it('calls of a complaint that was closed, too, in the quarter in which it was done', async () => {
    const { office, on, visit } = await handled()
    expect((await visit('satisfied')).ok).toBe(true)
    office.clock.now = '2026-04-02T01:00:00.000Z'
    await office.signInAs('supervisor')
    const closed = await office.runner.run(closeCommand, await on())
    expect(closed.ok).toBe(true)
    expect(await of(office, '2026-Q1')).toEqual(['0001'])
    expect(await of(office, '2026-Q2')).toEqual([])
  })

  it('proposes households with complaints or suggestions of the quarter, calls each once', async () => {
    const office = await openTestOffice()
    await addUnit(office, '301')
    await addUnit(office, '302')
    for (const [code, said] of [
      ['5-2-301', '增加巡逻'],
      ['5-2-302', '无'],
    ] as const) {
      await office.runner.run(registerVisitCommand, visitTo(code, '2026-03-01T02:00:00.000Z', { said }))
    }
    // The same household complained, too: it is called once. A stranger is a household of their own.
    await complete(office, await assigned(office, intakeOf('门禁')))
    const stranger = {
      anonymous: false,
      personId: null,
      unitId: null,
      name: '李四',
      phone: '13900001111',
      unitCode: '',
    }
    await complete(office, await assigned(office, intakeOf('噪声', { complainant: stranger })))
    const targets = await roundProposal(office.db, '2026-Q1')
    expect(targets.map(({ unitCode, name, source }) => [unitCode, name, source.kind])).toEqual([
      ['5-2-301', '张三', 'complaint'],
      ['', '李四', 'complaint'],
    ])
    expect(await roundProposal(office.db, '2026-Q2')).toEqual([])
    await office.runner.run(addTargetsCommand, { round: '2026-Q1', targets })
    const { round } = await returnRound(office.db, '2026-Q1')
    const [first, second] = round?.targets ?? []
    if (!first || !second) throw new Error('two are on the list')
    const entry = returnVisitTo('5-2-301', { source: first.source })
    const call = { entry, round: '2026-Q1', targetId: first.id }
    expect((await office.runner.run(registerReturnVisitCommand, call)).ok).toBe(true)
    expect(await office.runner.run(registerReturnVisitCommand, call)).toMatchObject({
      refusal: { key: 'returnVisit.targetDone' },
    })
    const reason = { round: '2026-Q1', targetId: second.id, reason: '电话停机' }
    expect((await office.runner.run(skipTargetCommand, reason)).ok).toBe(true)
    const view = await returnRound(office.db, '2026-Q1')
    expect(view.visits.size).toBe(1)
    expect(view.round?.targets.map(({ skipped }) => skipped)).toEqual(['', '电话停机'])
    // Nobody is left: those on the list stay on it, and 301 was reached.
    expect(await roundProposal(office.db, '2026-Q1')).toEqual([])
    // A return visit that is void reached nobody: its household is to be called again.
    const [made] = await returnVisits(office)
    const voided = { id: made?.id ?? '', rev: made?.rev ?? 0, reason: '登记错户' }
    expect((await office.runner.run(voidReturnVisitCommand, voided)).ok).toBe(true)
    const { round: again } = await returnRound(office.db, '2026-Q1')
    expect(again && progressOf(again)).toEqual({ called: 0, of: 1 })
    expect((await office.runner.run(registerReturnVisitCommand, call)).ok).toBe(true)
    expect((await returnVisits(office)).map(({ number }) => number)).toEqual([
      '客服-HF-2026-0001',
      '客服-HF-2026-0002',
    ])
  })
})
