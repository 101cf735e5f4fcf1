import 'fake-indexeddb/auto'
import { describe, expect, it, vi } from 'vitest'
import { verifyChain } from '../../../shared/domain/audit/chain'
import { refuse } from '../../../shared/util/result'
import { saveUnitCommand } from '../commands/households'
import { acceptClockCommand, changeSettingsCommand, setUpOfficeCommand } from '../commands/office'
import { anotherWindow, openTestOffice } from '../testing/office'

const unit = {
  id: null,
  building: '5',
  section: '2',
  room: '301',
  use: 'residence' as const,
  area: 89.5,
  status: 'ownerOccupied' as const,
  moveInDate: null,
}

describe('one strict transaction a command (architecture: the one way data is written)', () => {
  it('writes record, search document, audit entry, outbox entry and journal line together', async () => {
    const office = await openTestOffice()
    const before = office.lines.length
    const saved = await office.runner.run(saveUnitCommand, unit)
    expect(saved).toMatchObject({ ok: true, value: { confirmed: true } })
    const row = await office.db.of('units').where('code').equals('5-2-301').first()
    expect(row?.area).toBe(89.5)
    expect(await office.db.of('searchDocs').get(row?.id ?? '')).toMatchObject({ kind: 'unit' })
    expect(await office.db.of('outbox').get(`units|${row?.id}`)).toBeDefined()
    expect(office.lines.length).toBe(before + 1)
    const audit = await office.db.of('audit').orderBy(':id').toArray()
    expect(verifyChain(audit.map(({ refIds: _refIds, ...entry }) => entry))).toMatchObject({ ok: true })
  })

  it('leaves nothing behind when a rule refuses', async () => {
    const office = await openTestOffice()
    await office.runner.run(saveUnitCommand, unit)
    const before = await snapshot(office.db)
    const again = await office.runner.run(saveUnitCommand, unit)
    expect(again).toMatchObject({ ok: false, refusal: { key: 'household.codeTaken', field: 'room' } })
    expect(await snapshot(office.db)).toEqual(before)
  })

  it('keeps PIN hashes out of the audit detail', async () => {
    const office = await openTestOffice()
    const details = await office.db.of('auditDetails').toArray()
    expect(JSON.stringify(details)).not.toContain('scrypt')
  })

  it('asks roles where the data is written (domain 1)', async () => {
    const office = await openTestOffice()
    await office.signInAs('viewer')
    expect(await office.runner.run(saveUnitCommand, unit)).toMatchObject({
      ok: false,
      refusal: { key: 'role.notAllowed' },
    })
    office.session.lock()
    expect(await office.runner.run(saveUnitCommand, unit)).toMatchObject({
      ok: false,
      refusal: { key: 'session.none' },
    })
  })

  it('refuses input of a wrong shape before anything is read', async () => {
    const office = await openTestOffice()
    const wrong = { ...unit, area: 'big' as unknown as number }
    expect(await office.runner.run(saveUnitCommand, wrong)).toMatchObject({
      ok: false,
      refusal: { key: 'input.invalid', field: 'area' },
    })
  })

  it('sets an office up once only', async () => {
    const office = await openTestOffice()
    const again = await office.runner.run(setUpOfficeCommand, {
      estateName: '二',
      officeName: '二',
      numberPrefix: '客服',
      deviceLetter: '',
      directorName: '乙',
      pinHash: 'scrypt$32768$8$1$c2FsdHNhbHRzYWx0$aGFzaGhhc2hoYXNo',
    })
    expect(again).toMatchObject({ ok: false, refusal: { key: 'office.alreadySetUp' } })
  })
})

describe('the journal is flushed before anything is called saved (quality 1)', () => {
  it('does not confirm when the journal fails, keeps the record, and takes no further command', async () => {
    const office = await openTestOffice()
    office.clock.journalWorks = false
    const saved = await office.runner.run(saveUnitCommand, unit)
    expect(saved).toMatchObject({ ok: true, value: { confirmed: false } })
    expect(office.runner.feeder.isHealthy()).toBe(false)
    const next = await office.runner.run(saveUnitCommand, { ...unit, room: '302' })
    expect(next).toMatchObject({ ok: false, refusal: { key: 'journal.unavailable' } })
    expect(await office.db.of('units').count()).toBe(1)
  })

  it('sends what waited as soon as the journal works again', async () => {
    const office = await openTestOffice()
    office.clock.journalWorks = false
    await office.runner.run(saveUnitCommand, unit)
    office.clock.journalWorks = true
    const next = await office.runner.run(saveUnitCommand, { ...unit, room: '302' })
    expect(next).toMatchObject({ ok: true, value: { confirmed: true } })
    const seqs = office.lines.map((line) => line.seq)
    expect(seqs).toEqual(seqs.map((_, i) => i + 1))
  })

  it('lets the next portion wait for a line that is flushed later, and does not write it where that fails', async () => {
    const { runner, db } = await openTestOffice()
    const later = { flushesLater: true } as const
    let fail = (): void => undefined
    vi.spyOn(runner.env.journal, 'append').mockImplementation(
      () => new Promise((resolve) => void (fail = () => resolve(refuse('journal.writeFailed')))),
    )
    const flush = vi.spyOn(runner.feeder, 'flush')
    const first = await runner.run(saveUnitCommand, unit, later)
    expect(first).toMatchObject({ ok: true, value: { confirmed: false } })
    const next = runner.run(saveUnitCommand, { ...unit, room: '302' }, later)
    // Before and behind the first, and before the next.
    await vi.waitFor(() => expect(flush).toHaveBeenCalledTimes(3))
    fail()
    expect(await next).toMatchObject({ ok: false, refusal: { key: 'journal.unavailable' } })
    expect(await db.of('units').count()).toBe(1)
  })

  it('stops politely before the disk is full', async () => {
    const office = await openTestOffice()
    office.clock.freeBytes = 1000
    expect(await office.runner.run(saveUnitCommand, unit)).toMatchObject({
      ok: false,
      refusal: { key: 'system.diskFull' },
    })
  })
})

describe('a clock that jumped backwards is reported before anything is registered (domain 3)', () => {
  it('tolerates five minutes and refuses more, until somebody accepts the clock', async () => {
    const office = await openTestOffice()
    office.clock.now = '2026-03-02T00:55:00.000Z'
    expect((await office.runner.run(saveUnitCommand, unit)).ok).toBe(true)
    office.clock.now = '2026-03-02T00:54:59.999Z'
    const room302 = { ...unit, room: '302' }
    expect(await office.runner.run(saveUnitCommand, room302)).toMatchObject({
      ok: false,
      refusal: { key: 'clock.backwards' },
    })
    await office.runner.run(acceptClockCommand, { reason: '电脑时间曾经走快' })
    expect((await office.runner.run(saveUnitCommand, room302)).ok).toBe(true)
  })
})

describe('two windows', () => {
  it('keep one chain without gaps', async () => {
    const office = await openTestOffice()
    const other = anotherWindow(office)
    const rooms = Array.from({ length: 20 }, (_, i) => ({ ...unit, room: String(400 + i) }))
    await Promise.all(rooms.map((room, i) => (i % 2 ? other : office.runner).run(saveUnitCommand, room)))
    const audit = await office.db.of('audit').orderBy(':id').toArray()
    expect(verifyChain(audit.map(({ refIds: _refIds, ...entry }) => entry))).toMatchObject({ ok: true })
    expect(new Set(office.lines.map((line) => line.seq)).size).toBe(audit.length)
  })
})

describe('settings', () => {
  it('are for the director only, within bounds', async () => {
    const office = await openTestOffice()
    expect((await office.runner.run(changeSettingsCommand, { idleLockMinutes: 15 })).ok).toBe(true)
    expect(await office.runner.run(changeSettingsCommand, { idleLockMinutes: 0 })).toMatchObject({
      ok: false,
      refusal: { key: 'office.outOfBounds' },
    })
    await office.signInAs('clerk')
    expect((await office.runner.run(changeSettingsCommand, { idleLockMinutes: 5 })).ok).toBe(false)
  })
})

async function snapshot(db: { tables: { name: string; toArray: () => PromiseLike<unknown[]> }[] }) {
  const all = await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()] as const))
  return Object.fromEntries(all)
}
