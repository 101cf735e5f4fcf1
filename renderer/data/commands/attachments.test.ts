import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { StoredFile } from '../../../shared/domain/register/attachment'
import type { Result } from '../../../shared/util/result'
import type { Saved } from '../core/commandRunner'
import { attachmentsOf, attachmentTotal } from '../queries/attachments'
import { timelineOf } from '../queries/records'
import { intakeOf } from '../testing/complaints'
import { openTestOffice, type TestOffice } from '../testing/office'
import { addAttachmentsCommand, renameAttachmentCommand, voidAttachmentCommand } from './attachments'
import { registerComplaintCommand, voidComplaintCommand } from './complaints'
import { changeSettingsCommand } from './office'

const file = (letter: string, size = 1000): StoredFile => ({
  sha256: letter.repeat(64),
  size,
  kind: 'image',
  mime: 'image/png',
  name: `${letter}.png`,
})

function valueOf<T>(result: Result<Saved<T>>): T {
  if (!result.ok) throw new Error(result.refusal.key)
  return result.value.value
}

async function withComplaint(attachments: StoredFile[] = []) {
  const office = await openTestOffice()
  const input = { intake: intakeOf('漏水'), receivedBy: '', attachments }
  const { id } = valueOf(await office.runner.run(registerComplaintCommand, input))
  return { office, id }
}

function add(
  office: TestOffice,
  recordId: string,
  files: StoredFile[],
  sheet: { form: string; version: number } | null = null,
) {
  return office.runner.run(addAttachmentsCommand, { table: 'complaints' as const, recordId, files, sheet })
}

async function didOf(office: TestOffice, id: string): Promise<string[]> {
  return (await timelineOf(office.db, id)).map(({ entry }) => entry.command)
}

describe('attachment.add (domain 10)', () => {
  it('writes the rows, names them on the record and raises its revision', async () => {
    const { office, id } = await withComplaint()
    const saved = valueOf(await add(office, id, [file('a'), file('b')]))
    const record = await office.db.of('complaints').get(id)
    expect(record).toMatchObject({ rev: saved.rev, attachmentIds: saved.attachmentIds })
    expect(saved.rev).toBe(2)
    expect(record?.steps.at(-1)).toMatchObject({ command: 'attach', from: 'accepted', to: 'accepted' })
    expect((await attachmentsOf(office.db, id)).map(({ name }) => name)).toEqual(['a.png', 'b.png'])
    expect(await didOf(office, id)).toEqual(['attachment.add', 'complaint.register'])
  })

  it('counts every file once, and none that was erased by law', async () => {
    const { office, id } = await withComplaint()
    expect(await attachmentTotal(office.db)).toEqual({ files: 0, bytes: 0 })
    valueOf(await add(office, id, [file('a'), file('b', 500)]))
    // The same picture at another matter is one file.
    const again = { intake: intakeOf('又漏水'), receivedBy: '', attachments: [file('a')] }
    valueOf(await office.runner.run(registerComplaintCommand, again))
    expect(await office.db.of('attachments').count()).toBe(3)
    expect(await attachmentTotal(office.db)).toEqual({ files: 2, bytes: 1500 })
    const erased = { at: office.clock.now, by: '主任', basis: 'unlawful' as const }
    await office.db.of('attachments').where('sha256').equals('b'.repeat(64)).modify({ erased })
    expect(await attachmentTotal(office.db)).toEqual({ files: 1, bytes: 1000 })
  })

  it('leaves the record as it is for the scan of a sheet, and tells it in its timeline', async () => {
    const { office, id } = await withComplaint()
    const sheet = { form: 'complaintVisit', version: 1 }
    valueOf(await add(office, id, [file('a')], sheet))
    expect(await office.db.of('complaints').get(id)).toMatchObject({ rev: 1, attachmentIds: [] })
    expect(await attachmentsOf(office.db, id)).toMatchObject([{ sheet }])
    expect(await didOf(office, id)).toEqual(['attachment.add', 'complaint.register'])
  })

  it('writes all or nothing', async () => {
    const { office, id } = await withComplaint()
    const large = file('b', 20 * 1024 * 1024 + 1)
    expect(await add(office, id, [file('a'), large])).toMatchObject({
      refusal: { key: 'attachment.tooBig', params: { max: 20 } },
    })
    expect(await add(office, id, [file('a'), file('a')])).toMatchObject({
      refusal: { key: 'attachment.alreadyThere' },
    })
    expect(await attachmentsOf(office.db, id)).toEqual([])
    expect(office.lines.at(-1)?.body).not.toContain('attachment.add')
  })

  it('goes by the size that the office has set', async () => {
    const { office, id } = await withComplaint()
    await office.signInAs('director')
    valueOf(await office.runner.run(changeSettingsCommand, { attachmentMaxMegabytes: 30 }))
    expect((await add(office, id, [file('b', 20 * 1024 * 1024 + 1)])).ok).toBe(true)
  })

  it('is refused to a viewer, and without a record', async () => {
    const { office, id } = await withComplaint()
    expect(await add(office, 'none', [file('a')])).toMatchObject({ refusal: { key: 'record.missing' } })
    await office.signInAs('viewer')
    expect(await add(office, id, [file('a')])).toMatchObject({ refusal: { key: 'role.notAllowed' } })
  })

  it('takes what arrives after a record has ended', async () => {
    const { office, id } = await withComplaint()
    await office.signInAs('supervisor')
    valueOf(await office.runner.run(voidComplaintCommand, { id, rev: 1, reason: '重复登记' }))
    expect((await add(office, id, [file('a')])).ok).toBe(true)
  })
})

describe('attachments chosen at the intake', () => {
  it('are written with the record, at its first revision', async () => {
    const { office, id } = await withComplaint([file('a'), file('b')])
    const rows = await attachmentsOf(office.db, id)
    expect(rows.map(({ name, addedBy }) => [name, addedBy])).toEqual([
      ['a.png', '主任甲'],
      ['b.png', '主任甲'],
    ])
    expect(await office.db.of('complaints').get(id)).toMatchObject({
      rev: 1,
      attachmentIds: rows.map((row) => row.id),
    })
  })

  it('leave no number behind where one of them is refused (domain 2)', async () => {
    const { office } = await withComplaint()
    const input = { intake: intakeOf('停电'), receivedBy: '', attachments: [file('a'), file('a')] }
    expect(await office.runner.run(registerComplaintCommand, input)).toMatchObject({
      refusal: { key: 'attachment.alreadyThere' },
    })
    const next = valueOf(await office.runner.run(registerComplaintCommand, { ...input, attachments: [] }))
    expect(next.number.slice(-4)).toBe('0002')
  })
})

describe('attachment.rename and attachment.void', () => {
  it('change the row, stand in the record’s timeline with the reason, and leave its revision', async () => {
    const { office, id } = await withComplaint([file('a')])
    const [one] = await attachmentsOf(office.db, id)
    await office.signInAs('clerk')
    valueOf(await office.runner.run(renameAttachmentCommand, { id: one?.id ?? '', name: '天花板.png' }))
    const denied = await office.runner.run(voidAttachmentCommand, { id: one?.id ?? '', reason: '错' })
    expect(denied).toMatchObject({ refusal: { key: 'attachment.voidNotAllowed' } })
    await office.signInAs('supervisor')
    valueOf(await office.runner.run(voidAttachmentCommand, { id: one?.id ?? '', reason: '拍错了' }))
    expect(await attachmentsOf(office.db, id)).toMatchObject([
      { name: '天花板.png', voided: { reason: '拍错了', by: '用户supervisor' } },
    ])
    expect(await office.db.of('complaints').get(id)).toMatchObject({ rev: 1 })
    const [last, before] = await timelineOf(office.db, id)
    expect([last?.entry.command, last?.detail?.reason]).toEqual(['attachment.void', '拍错了'])
    expect(before?.entry.command).toBe('attachment.rename')
  })
})
