import 'fake-indexeddb/auto'
import { describe, expect, it, vi } from 'vitest'
import type { JournalStatus } from '../../../shared/ipc/channels'
import { accept } from '../../../shared/util/result'
import { registerComplaintCommand } from '../commands/complaints'
import { CommandRunner } from '../core/commandRunner'
import { intakeOf } from '../testing/complaints'
import { openTestOffice } from '../testing/office'
import { emptyDatabase } from './recover'
import { findHoles, wholenessOf } from './wholeness'

async function officeAtWork() {
  const office = await openTestOffice()
  for (const text of ['一', '二', '三']) {
    await office.runner.run(registerComplaintCommand, { intake: intakeOf(text), receivedBy: '' })
  }
  const last = office.lines.at(-1)
  const status: JournalStatus = {
    lastSeq: last?.seq ?? 0,
    lastDigest: last?.digest ?? '',
    sentinel: null,
    problems: [],
  }
  const look = () => findHoles(office.db, async () => accept(status))
  return { ...office, status, look }
}

describe('a database whose end is right and whose middle is not (quality 1)', () => {
  it('is whole where every entry of its chain is there', async () => {
    const { db, lines, look } = await officeAtWork()
    expect(await wholenessOf(db)).toEqual({ held: lines.length, lastSeq: lines.length })
    expect(await look()).toBeNull()
  })

  it('offers recovery where one is missing, and takes no command until then', async () => {
    const { db, env, session, lines, look } = await officeAtWork()
    const deviceId = String((await db.of('meta').get('deviceId'))?.value)
    await db.of('audit').delete([deviceId, lines.length - 2])
    expect(await look()).toMatchObject({
      kind: 'recovery',
      why: 'hollow',
      databaseSeq: lines.length - 1,
      ledger: { lastSeq: lines.length },
    })
    const isWhole = async () => (await look()) === null
    const runner = new CommandRunner({ ...env, isWhole }, session)
    const refused = await runner.run(registerComplaintCommand, { intake: intakeOf('四'), receivedBy: '' })
    expect(refused).toMatchObject({ ok: false, refusal: { key: 'database.hollow' } })
  })

  it('does not take a database that is being closed for a damaged one', async () => {
    const { db, look } = await officeAtWork()
    db.close()
    expect(await look()).toBeNull()
  })

  it('keeps drafts when the rest is thrown away: they stand in no journal', async () => {
    const { db } = await officeAtWork()
    const draft = {
      id: 'd',
      kind: 'complaint.intake',
      targetId: '',
      title: '写了一半',
      values: { content: '写了一半' },
      userId: 'u',
      updatedAt: '2026-03-02T01:00:00.000Z',
    }
    await db.of('drafts').put(draft)
    await emptyDatabase(db)
    expect(await db.of('complaints').count()).toBe(0)
    expect(await db.of('drafts').toArray()).toEqual([draft])
  })

  it('has the files removed where a deleted database still holds its rows', async () => {
    const { db } = await officeAtWork()
    // As Chromium does where the file that names the manifest is gone.
    vi.spyOn(db, 'delete').mockResolvedValueOnce()
    await emptyDatabase(db, () => db.delete())
    expect(await db.of('complaints').count()).toBe(0)
    expect(await db.of('meta').count()).toBe(0)
  })
})
