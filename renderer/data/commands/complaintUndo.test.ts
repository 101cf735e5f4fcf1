import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { Complaint } from '../../../shared/domain/complaint/types'
import { countFacet } from '../queries/lists'
import { timelineOf } from '../queries/records'
import { intakeOf } from '../testing/complaints'
import { openTestOffice, type TestOffice } from '../testing/office'
import {
  answerCommand,
  assignCommand,
  closeCommand,
  completeCommand,
  judgeCommand,
  recordReturnVisitCommand,
  registerComplaintCommand,
} from './complaints'
import type { CommandSpec } from '../core/commandRunner'
import type { OnRecord, SavedRecord } from './recordCommand'
import { markPrintedCommand, undoComplaintCommand } from './complaintPaper'

/** A record that goes on step by step, and the office that keeps it. */
async function openRecord() {
  const office = await openTestOffice()
  const made = await office.runner.run(registerComplaintCommand, { intake: intakeOf('门禁'), receivedBy: '' })
  if (!made.ok) throw new Error(made.refusal.key)
  const { id } = made.value.value
  const now = () => office.db.of('complaints').get(id) as Promise<Complaint>
  const take = async <I extends object, O extends SavedRecord>(
    spec: CommandSpec<OnRecord<I>, O>,
    input: I,
  ) => {
    const { rev } = await now()
    return office.runner.run(spec, { ...input, id, rev })
  }
  return { office, id, now, take }
}

type Opened = Awaited<ReturnType<typeof openRecord>>

async function handle({ office, take }: Opened): Promise<void> {
  const judgement = { nature: 'valid', severity: 'minor', cause: 'facilities' } as const
  const done = { measures: '换门机', completedAt: office.clock.now }
  const answer = { answeredAt: office.clock.now, way: 'phone', content: '已修好', answeredBy: '' } as const
  const answers = [
    await take(judgeCommand, judgement),
    await take(assignCommand, { department: '维修班', responsible: '赵师傅', promisedAt: null }),
    await take(completeCommand, done),
    await take(answerCommand, answer),
  ]
  expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, true])
}

const visit = (office: TestOffice, outcome: 'satisfied' | 'dissatisfied') => ({
  visitedAt: office.clock.now,
  way: 'phone' as const,
  visitedBy: '',
  outcome,
  words: '还是坏的',
})

describe('撤销 by the audit chain (ui, "Habits"; domain 10)', () => {
  it('brings back step after step what was there, and the timeline keeps all of it', async () => {
    const opened = await openRecord()
    const { office, id, now, take } = opened
    await handle(opened)
    const before = await now()
    await take(recordReturnVisitCommand, visit(office, 'satisfied'))
    const visited = await now()
    await take(closeCommand, {})
    expect(await countFacet(office.db, 'complaints', 'ended')).toBe(1)
    expect(await take(undoComplaintCommand, {})).toMatchObject({
      ok: true,
      value: { value: { undone: 'complaint.close' } },
    })
    const { rev, updatedAt, steps, ...content } = await now()
    expect({ ...visited, rev, updatedAt, steps }).toEqual({ rev, updatedAt, steps, ...content })
    expect(await countFacet(office.db, 'complaints', 'ended')).toBe(0)
    expect(before.returnVisits).toHaveLength(0)
    const told = await timelineOf(office.db, id)
    expect(told.map(({ entry }) => entry.command).slice(0, 3)).toEqual([
      'complaint.undo',
      'complaint.close',
      'complaint.recordReturnVisit',
    ])
    expect(told[0]?.detail?.reason).toBe('complaint.close')
  })

  it('takes back the last step only, and only once', async () => {
    const opened = await openRecord()
    await handle(opened)
    expect((await opened.take(undoComplaintCommand, {})).ok).toBe(true)
    expect((await opened.now()).answers).toEqual([])
    expect(await opened.take(undoComplaintCommand, {})).toMatchObject({
      refusal: { key: 'undo.onlyLast' },
    })
  })

  it('is over once it was printed, or half an hour has passed', async () => {
    const opened = await openRecord()
    const { office, take } = opened
    await handle(opened)
    office.clock.now = new Date(Date.parse(office.clock.now) + 31 * 60_000).toISOString()
    expect(await take(undoComplaintCommand, {})).toMatchObject({ refusal: { key: 'undo.tooLate' } })
    await take(markPrintedCommand, { form: 'complaintVisit', digest: 'd', way: 'printer', copies: 1 })
    expect(await take(undoComplaintCommand, {})).toMatchObject({ refusal: { key: 'undo.printed' } })
  })

  it('leaves alone what opened another record', async () => {
    const opened = await openRecord()
    const { office, take } = opened
    await handle(opened)
    await take(recordReturnVisitCommand, visit(office, 'dissatisfied'))
    expect(await office.db.of('complaints').count()).toBe(2)
    expect(await take(undoComplaintCommand, {})).toMatchObject({
      refusal: { key: 'undo.openedAnother' },
    })
  })

  it('guesses nothing where what was before is not known any more (domain 13)', async () => {
    const opened = await openRecord()
    await handle(opened)
    const before = await opened.now()
    await opened.office.db.of('auditDetails').clear()
    expect(await opened.take(undoComplaintCommand, {})).toMatchObject({
      refusal: { key: 'undo.unknown' },
    })
    expect(await opened.now()).toEqual(before)
  })

  it('is refused to the window that shows an older revision', async () => {
    const opened = await openRecord()
    await handle(opened)
    const { rev } = await opened.now()
    const answer = await opened.office.runner.run(undoComplaintCommand, { id: opened.id, rev: rev - 1 })
    expect(answer).toMatchObject({ refusal: { key: 'record.changedElsewhere' } })
  })
})
