import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { emptyReport } from '../../../shared/domain/incident/blank'
import { accept } from '../../../shared/util/result'
import { addAttachmentsCommand, voidAttachmentCommand } from '../commands/attachments'
import { amendIntakeCommand, judgeCommand, registerComplaintCommand } from '../commands/complaints'
import { addComplainantCommand, joinComplaintsCommand } from '../commands/complaintPeople'
import { amendIncidentCommand, registerIncidentCommand, voidIncidentCommand } from '../commands/incidents'
import { amendLostItemCommand, publishLostItemCommand, registerLostItemCommand } from '../commands/lostItems'
import { amendLostReportCommand, registerLostReportCommand } from '../commands/lostReports'
import { reopenMonthCommand } from '../commands/monthReviews'
import type { SavedRecord } from '../commands/recordCommand'
import { amendReturnVisitCommand, registerReturnVisitCommand } from '../commands/returnVisits'
import { amendVisitCommand, giveOpinionCommand, registerVisitCommand } from '../commands/visits'
import { intakeOf } from '../testing/complaints'
import { lostItemOf, lostReportOf } from '../testing/lost'
import { kept, onReview, signMonth } from '../testing/months'
import { openTestOffice, type TestOffice } from '../testing/office'
import { returnVisitTo, visitTo } from '../testing/visits'
import type { CommandSpec } from './commandRunner'
import type { RecordTables } from './tables'

const MARCH = '2026-03'
const at = (day: string, time = '09:00') => new Date(`${day}T${time}:00+08:00`).toISOString()
const BEFORE = at('2026-03-02', '08:30')
const LOCKED = { refusal: { key: 'month.locked', params: { month: MARCH } } }
const BACKDATED = { refusal: { key: 'month.backdated', params: { month: MARCH } } }

let office: TestOffice
beforeEach(async () => {
  office = await openTestOffice()
  office.db.reader = () => {
    const { user } = office.session.snapshot()
    return user && { userId: user.id, role: user.role }
  }
})

const run = <I, O>(spec: CommandSpec<I, O>, input: I) => office.runner.run(spec, input)
const complain = (content: string, registeredAt = BEFORE) =>
  run(registerComplaintCommand, { intake: intakeOf(content, { registeredAt }), receivedBy: '' })

/** The desk on 2 April, after the director signed March. */
async function lockMarch(): Promise<void> {
  office.clock.now = at('2026-04-02')
  await signMonth(office, MARCH)
}

async function filesOn({ id }: SavedRecord, letter: string) {
  const file = {
    sha256: letter.repeat(64),
    size: 1,
    kind: 'image',
    mime: 'image/png',
    name: '照片.png',
  } as const
  return run(addAttachmentsCommand, {
    table: 'complaints' as const,
    recordId: id,
    files: [file],
    sheet: null,
  })
}

describe('the lock of a signed month, through the commands of every register (domain 12)', () => {
  it('complaints: what came in stands, the matter goes on, nothing is dated back', async () => {
    const { id, rev } = kept(await complain('电梯停运'))
    await lockMarch()
    const intake = intakeOf('电梯没有停', { registeredAt: BEFORE })
    expect(await run(amendIntakeCommand, { id, rev, intake })).toMatchObject(LOCKED)
    const judged = { id, rev, nature: 'valid', severity: 'minor', cause: 'fees' } as const
    expect((await run(judgeCommand, judged)).ok).toBe(true)
    expect(await complain('漏记的', at('2026-03-31', '23:59'))).toMatchObject(BACKDATED)
    expect((await complain('今天的', at('2026-04-01', '00:00'))).ok).toBe(true)
  })

  it('complaints: another person, and another record, may bring a loss to a matter that goes on', async () => {
    const first = kept(await complain('水管爆裂'))
    await lockMarch()
    const registeredAt = office.clock.now
    const { complainant, channel } = intakeOf('')
    const told = { complainant, channel, saidAt: registeredAt, words: '也泡了水', receivedBy: '' }
    const added = kept(await run(addComplainantCommand, { ...pick(first), ...told, lossOrInjury: true }))
    expect((await office.db.of('complaints').get(first.id))?.intake.lossOrInjury).toBe(true)
    const intake = intakeOf('也泡了水', { registeredAt, lossOrInjury: true })
    const second = kept(await run(registerComplaintCommand, { intake, receivedBy: '' }))
    const into = { intoId: added.id, intoRev: added.rev }
    expect((await run(joinComplaintsCommand, { ...pick(second), ...into })).ok).toBe(true)
  })

  it('lost items and reports', async () => {
    const item = kept(await run(registerLostItemCommand, { intake: lostItemOf() }))
    const report = kept(await run(registerLostReportCommand, { intake: lostReportOf(), receivedBy: '' }))
    await lockMarch()
    const other = lostItemOf({ storedAt: 'B 柜' })
    expect(await run(amendLostItemCommand, { ...pick(item), intake: other })).toMatchObject(LOCKED)
    const postedAt = office.clock.now
    const posting = { ...pick(item), postedAt, place: '大堂' }
    expect((await run(publishLostItemCommand, posting)).ok).toBe(true)
    const words = lostReportOf({ features: '棕色' })
    expect(await run(amendLostReportCommand, { ...pick(report), intake: words })).toMatchObject(LOCKED)
    expect(await run(registerLostItemCommand, { intake: lostItemOf() })).toMatchObject(BACKDATED)
    expect(await run(registerLostReportCommand, { intake: lostReportOf(), receivedBy: '' })).toMatchObject(
      BACKDATED,
    )
  })

  it('incidents: the report of an open one goes on, but it stays one of its month', async () => {
    const report = {
      ...emptyReport(office.clock.now),
      kind: 'theft' as const,
      place: '3号楼',
      course: '经过',
    }
    const incident = kept(await run(registerIncidentCommand, { report, reportedBy: '', parties: [] }))
    await lockMarch()
    const course = { ...report, course: '经过和后来' }
    const amended = kept(await run(amendIncidentCommand, { ...pick(incident), report: course }))
    expect(await run(voidIncidentCommand, { ...pick(amended), reason: '错' })).toMatchObject(LOCKED)
    // An event of the last night of March still finds its place: it counts when it is registered.
    const late = { ...report, occurredAt: at('2026-03-31', '23:30') }
    expect((await run(registerIncidentCommand, { report: late, reportedBy: '', parties: [] })).ok).toBe(true)
  })

  it('visits and return visits', async () => {
    const visit = kept(await run(registerVisitCommand, visitTo('5-2-301', BEFORE)))
    const called = kept(
      await run(registerReturnVisitCommand, { entry: returnVisitTo('5-2-301'), round: '', targetId: '' }),
    )
    await lockMarch()
    const said = visitTo('5-2-301', BEFORE, { said: '没有意见' })
    expect(await run(amendVisitCommand, { ...pick(visit), ...said })).toMatchObject(LOCKED)
    expect((await run(giveOpinionCommand, { ...pick(visit), text: '转保安' })).ok).toBe(true)
    const entry = returnVisitTo('5-2-301', { satisfaction: 'C' })
    expect(await run(amendReturnVisitCommand, { ...pick(called), entry })).toMatchObject(LOCKED)
    expect(await run(registerVisitCommand, visitTo('5-2-302', BEFORE))).toMatchObject(BACKDATED)
    expect(await run(registerReturnVisitCommand, { entry, round: '', targetId: '' })).toMatchObject(BACKDATED)
  })

  it('attachments: a scan still comes to a record, and what was attached then stays', async () => {
    const complaint = kept(await complain('电梯停运'))
    kept(await filesOn(complaint, 'a'))
    await lockMarch()
    expect((await filesOn(complaint, 'b')).ok).toBe(true)
    const files = await office.db.of('attachments').toArray()
    const [old, scan] = ['a', 'b'].map((letter) => files.find(({ sha256 }) => sha256.startsWith(letter)))
    const reason = '重复'
    expect(await run(voidAttachmentCommand, { id: old?.id ?? '', reason })).toMatchObject(LOCKED)
    expect((await run(voidAttachmentCommand, { id: scan?.id ?? '', reason })).ok).toBe(true)
  })

  it('imports and whatever else writes many rows at once', async () => {
    const { id } = kept(await complain('电梯停运'))
    await lockMarch()
    const row = (await office.db.of('complaints').get(id)) as RecordTables['complaints']
    const { listKeys: _keys, ...plain } = row as typeof row & { listKeys: string[] }
    const importRows: CommandSpec<{ content: string }, null> = {
      name: 'test.import',
      permission: 'record.register',
      tables: ['complaints'],
      input: z.strictObject({ content: z.string() }),
      run: async (tx, { content }) => {
        await tx.bulkPut('complaints', [{ ...plain, intake: { ...plain.intake, content } }])
        return accept(null)
      },
    }
    expect(await run(importRows, { content: '从来没有' })).toMatchObject(LOCKED)
    expect((await office.db.of('complaints').get(id))?.intake.content).toBe('电梯停运')
    kept(await onReview(office, MARCH, reopenMonthCommand, { reason: '漏记' }))
    expect((await run(importRows, { content: '改过的' })).ok).toBe(true)
  })
})

function pick({ id, rev }: SavedRecord): { id: string; rev: number } {
  return { id, rev }
}
