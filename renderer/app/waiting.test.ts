import 'fake-indexeddb/auto'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadPinyin } from '../../shared/util/pinyin'
import {
  judgeCommand,
  markPrintedCommand,
  recordSignatureCommand,
  registerComplaintCommand,
  reserveNumbersCommand,
} from '../data'
import { intakeOf } from '../data/testing/complaints'
import { openTestOffice, type TestOffice } from '../data/testing/office'
import { BANDS, SECTIONS } from '../features/today/sections'
import { registers } from './registers'
import { type Waiting, waitingAt } from './waiting'

beforeAll(() => loadPinyin())

const HOUR = 3_600_000
// 2026-03-02, a Monday, 09:00 in Shanghai.
const START = Date.parse('2026-03-02T01:00:00.000Z')

function complaints(): Waiting {
  const waiting = registers.find(({ key }) => key === 'complaints')?.waiting
  if (!waiting) throw new Error('complaints say nothing of what waits')
  return waiting
}

async function register(office: TestOffice, at: number, valid: boolean): Promise<string> {
  office.clock.now = new Date(at).toISOString()
  const intake = intakeOf('电梯停运', { registeredAt: office.clock.now })
  const saved = await office.runner.run(registerComplaintCommand, { intake, receivedBy: '' })
  if (!saved.ok) throw new Error(saved.refusal.key)
  const { id, rev } = saved.value.value
  if (valid) {
    const judged = { id, rev, nature: 'valid', severity: 'minor', cause: 'fees' } as const
    await office.runner.run(judgeCommand, judged)
  }
  return id
}

const userOf = (office: TestOffice) => office.session.actor()?.userId ?? ''

async function counted(office: TestOffice, now: number): Promise<Record<string, number>> {
  const at = await waitingAt(office.db, now, userOf(office))
  const entries = SECTIONS.map(async (section) => [section, await complaints().count(office.db, section, at)])
  return Object.fromEntries(await Promise.all(entries)) as Record<string, number>
}

describe('what waits in a register (domain 11)', () => {
  it('is counted whole, however few are listed; the bands together are all that is open', async () => {
    const office = await openTestOffice()
    for (let i = 0; i < 60; i += 1) await register(office, START + i * 6 * HOUR, false)
    const now = START + 18 * 24 * HOUR
    const at = await waitingAt(office.db, now, userOf(office))
    const counts = await counted(office, now)
    const rows = await office.db.of('complaints').toArray()
    const due = rows.map(({ duty }) => duty?.dueAt ?? '')
    expect(counts).toMatchObject({
      all: 60,
      mine: 60,
      overdue: due.filter((one) => one < at.now).length,
      today: due.filter((one) => one >= at.now && one < at.tomorrow).length,
      soon: due.filter((one) => one >= at.tomorrow && one < at.soonEnd).length,
    })
    expect(BANDS.reduce((sum, band) => sum + (counts[band] ?? 0), 0)).toBe(60)
    for (const band of BANDS) expect(counts[band]).toBeGreaterThan(0)
    const { rows: listed } = await complaints().read(office.db, 'overdue', at, 3)
    expect(listed.map(({ dueAt }) => dueAt)).toEqual(due.toSorted().slice(0, 3))
  })

  it('becomes 重大 soon: listed from the first of the days of notice until the month is over (domain 5)', async () => {
    const office = await openTestOffice()
    const id = await register(office, START, true)
    await register(office, START, false)
    // The month ends with 2 April; seven days before is 26 March.
    const dayOf = (day: string) => Date.parse(`${day}+08:00`)
    expect((await counted(office, dayOf('2026-03-25T23:59')))['forewarned']).toBe(0)
    expect((await counted(office, dayOf('2026-03-26T00:00')))['forewarned']).toBe(1)
    const at = await waitingAt(office.db, dayOf('2026-03-26T00:00'), '')
    const { rows } = await complaints().read(office.db, 'forewarned', at, 10)
    expect(rows[0]).toMatchObject({ id, duty: 'escalation', dueAt: '2026-04-02T15:59:59.999Z' })
  })

  it('fell due between then and now, and not before', async () => {
    const office = await openTestOffice()
    await register(office, START, false)
    const [record] = await office.db.of('complaints').toArray()
    const dueAt = Date.parse(record?.duty?.dueAt ?? '')
    const fallen = async (now: number) => {
      const at = await waitingAt(office.db, now, '')
      return (await complaints().fallen(office.db, new Date(now - HOUR).toISOString(), at, 9)).length
    }
    expect(await fallen(dueAt)).toBe(0)
    expect(await fallen(dueAt + 1)).toBe(1)
    expect(await fallen(dueAt + HOUR)).toBe(1)
    expect(await fallen(dueAt + HOUR + 1)).toBe(0)
  })

  it('awaits a signature once printed, until signed; is reserved until filled in (domain 10)', async () => {
    const office = await openTestOffice()
    const id = await register(office, START, false)
    await office.runner.run(reserveNumbersCommand, { count: 2 })
    expect(await counted(office, START)).toMatchObject({ awaiting: 0, reserved: 2, all: 3, mine: 3 })
    const form = 'complaintVisit'
    const sheet = { form, digest: 'a'.repeat(64), way: 'printer' as const, copies: 1 }
    await office.runner.run(markPrintedCommand, { id, rev: 1, ...sheet })
    expect((await counted(office, START))['awaiting']).toBe(1)
    const at = office.clock.now
    const signature = { form, outcome: 'signed' as const, by: '张三', at, reason: '' }
    await office.runner.run(recordSignatureCommand, { id, rev: 2, ...signature })
    expect((await counted(office, START))['awaiting']).toBe(0)
  })
})

describe('a damaged record', () => {
  it('is left out and named, and the others are read', async () => {
    const office = await openTestOffice()
    const bare = await register(office, START, false)
    const sound = await register(office, START, false)
    const stored = (await office.db.table('complaints').get(bare)) as { listKeys: string[] }
    await office.db.table('complaints').put({ id: bare, listKeys: stored.listKeys })
    const at = await waitingAt(office.db, START, userOf(office))
    const read = await complaints().read(office.db, 'all', at, 10)
    expect(read.rows.map(({ id }) => id)).toEqual([sound])
    expect(read.unreadable).toEqual([bare])
    const later = await waitingAt(office.db, START + 90 * 24 * HOUR, userOf(office))
    const fallen = await complaints().fallen(office.db, new Date(START).toISOString(), later, 10)
    expect(fallen.map(({ id }) => id)).toEqual([sound])
  })
})
