import 'fake-indexeddb/auto'
import { describe, expect, it, vi } from 'vitest'
import type { JournalStatus } from '../../../shared/ipc/channels'
import { accept } from '../../../shared/util/result'
import { registerComplaintCommand } from '../commands/complaints'
import { recordTryCommand } from '../commands/users'
import { CommandRunner } from '../core/commandRunner'
import type { DeskDatabase } from '../core/database'
import type { ChainState } from '../core/tables'
import { intakeOf } from '../testing/complaints'
import { openTestOffice } from '../testing/office'
import { countReads, readsDuring } from '../testing/reads'
import { emptyDatabase, recoverFromLedger } from './recover'
import { databaseLost, findHoles, newestOf, wholenessOf } from './wholeness'

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
  const look = () => findHoles(office.db, async () => accept(status), wholenessOf)
  return { ...office, status, look }
}

describe('a database whose end is right and whose middle is not (quality 1)', () => {
  it('is whole where every entry of its chain is there', async () => {
    const { db, lines, look } = await officeAtWork()
    expect(await wholenessOf(db)).toEqual({ held: lines.length, lastSeq: lines.length, untold: 0 })
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

  it('offers recovery where an entry has lost its detail, and the journal brings it back', async () => {
    const { db, lines, look } = await officeAtWork()
    const before = await db.of('auditDetails').toArray()
    await db.of('auditDetails').bulkDelete(before.slice(-3, -1).map(({ opId }) => opId))
    expect(await look()).toMatchObject({
      kind: 'recovery',
      why: 'hollow',
      databaseSeq: lines.length - 2,
      ledger: { lastSeq: lines.length },
    })
    await emptyDatabase(db)
    const read = async (afterSeq: number) =>
      accept({ lines: lines.filter(({ seq }) => seq > afterSeq), done: true })
    expect((await recoverFromLedger(db, { read }, lines.length, () => undefined)).ok).toBe(true)
    expect(await look()).toBeNull()
    expect(await db.of('auditDetails').toArray()).toEqual(before)
  })

  it('says that it is lost where it was emptied while the desk was open, and begins no new chain', async () => {
    const { db, runner, lines, status } = await officeAtWork()
    const before = lines.length
    await Promise.all(db.tables.map((table) => table.clear()))
    const told = vi.fn()
    runner.lost.onChange(told)
    const refused = await runner.run(registerComplaintCommand, { intake: intakeOf('四'), receivedBy: '' })
    expect(refused).toMatchObject({ ok: false, refusal: { key: 'database.lost' } })
    expect(runner.lost.isLost()).toBe(true)
    expect(told).toHaveBeenCalledTimes(1)
    expect(lines).toHaveLength(before)
    expect(await db.of('meta').get('chain')).toBeUndefined()
    // The recovery screen relies upon nothing of it.
    expect(await databaseLost(async () => accept(status))).toMatchObject({
      value: { kind: 'recovery', why: 'unreadable', databaseSeq: 0, ledger: { lastSeq: before } },
    })
  })

  it('begins no new chain where only that is gone, and counts no wrong PIN into one', async () => {
    const { db, runner, lines } = await officeAtWork()
    const before = lines.length
    await db.of('meta').delete('chain')
    const tried = { userId: (await db.of('users').toArray())[0]?.id ?? '', right: false }
    for (const answer of [
      await runner.run(registerComplaintCommand, { intake: intakeOf('四'), receivedBy: '' }),
      await runner.run(recordTryCommand, tried),
    ])
      expect(answer).toMatchObject({ ok: false, refusal: { key: 'database.lost' } })
    expect(lines).toHaveLength(before)
  })

  it('says that it is lost where nothing of it can be read any more', async () => {
    const { db, runner } = await officeAtWork()
    db.close()
    const refused = await runner.run(registerComplaintCommand, { intake: intakeOf('四'), receivedBy: '' })
    expect(refused).toMatchObject({ ok: false, refusal: { key: 'database.lost' } })
    expect(runner.lost.isLost()).toBe(true)
  })

  it('does not call it lost where one command fails and the rest can be read', async () => {
    const { db, runner } = await officeAtWork()
    vi.spyOn(db, 'transaction').mockRejectedValueOnce(new DOMException('', 'UnknownError'))
    const refused = await runner.run(registerComplaintCommand, { intake: intakeOf('四'), receivedBy: '' })
    expect(refused).toMatchObject({ ok: false, refusal: { key: 'system.databaseFailed' } })
    expect(runner.lost.isLost()).toBe(false)
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

describe('what a command waits for after the start', () => {
  const noRest = async () => undefined

  /** A chain made as long as asked, as an old office has it. */
  async function lengthen(db: DeskDatabase, to: number): Promise<string> {
    const meta = await db.of('meta').get('chain')
    const chain = meta?.value as ChainState
    const [last] = await db.of('audit').toArray()
    if (!last) throw new Error('no chain')
    const rows = Array.from({ length: to - chain.seq }, (_, i) => {
      const seq = chain.seq + 1 + i
      return { ...last, seq, opId: `op-${String(seq).padStart(9, '0')}`, refs: [], refIds: [] }
    })
    await db.of('audit').bulkAdd(rows)
    const details = rows.slice(-500).map(({ opId }) => ({ opId, userName: '', reason: '', changes: [] }))
    await db.of('auditDetails').bulkPut(details)
    await db.of('meta').put({ key: 'chain', value: { ...chain, seq: to } })
    return last.deviceId
  }

  it('reads the same of a chain of one year and of one of many, and the whole look all of it', async () => {
    const { db } = await officeAtWork()
    db.close()
    const reads = countReads(db)
    await db.open()
    await lengthen(db, 8_000)
    const few = await readsDuring(reads, () => newestOf(db))
    await lengthen(db, 16_000)
    expect(await readsDuring(reads, () => newestOf(db))).toBe(few)
    expect(await newestOf(db)).toEqual({ held: 16_000, lastSeq: 16_000, untold: 0 })
    expect(await readsDuring(reads, () => wholenessOf(db, noRest))).toBeGreaterThan(16_000)
  })

  it('sees what the end of the chain lost at once, and a part lost long ago', async () => {
    const { db } = await officeAtWork()
    const deviceId = await lengthen(db, 12_000)
    const gone = async (first: number, last: number) => {
      const lost = db
        .of('audit')
        .where('[deviceId+seq]')
        .between([deviceId, first], [deviceId, last], true, true)
      const rows = await lost.toArray()
      await lost.delete()
      const found = await Promise.all([newestOf(db), wholenessOf(db, noRest)])
      await db.of('audit').bulkAdd(rows)
      return found.map(({ held, lastSeq }) => lastSeq - held)
    }
    expect(await gone(11_000, 11_000)).toEqual([1, 1])
    const [sampled = 0, all] = await gone(3_000, 3_400)
    expect(sampled).toBeGreaterThan(0)
    expect(all).toBe(401)
    // What lies between two stretches is found by the whole look only.
    expect(await gone(70, 70)).toEqual([0, 1])
  })
})
