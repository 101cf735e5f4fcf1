import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { keptUntil } from '../../../shared/domain/privacy/retention'
import { RETAINED } from '../../../shared/domain/privacy/types'
import { registerComplaintCommand, voidComplaintCommand } from '../commands/complaints'
import { eraseCommand, holdCommand } from '../commands/privacy'
import { answerRequestCommand, receiveRequestCommand } from '../commands/personRequests'
import { intakeOf } from '../testing/complaints'
import { kept } from '../testing/months'
import { openTestOffice, type TestOffice } from '../testing/office'
import { countDue, dueIn, dueRecords } from './retention'

const at = (day: string) => new Date(`${day}T09:00:00+08:00`).toISOString()
const LATER = at('2029-03-20')

let office: TestOffice
beforeEach(async () => {
  office = await openTestOffice()
  office.db.reader = () => {
    const { user } = office.session.snapshot()
    return user && { userId: user.id, role: user.role }
  }
  await office.signInAs('supervisor')
})

/** A complaint that ended on a day. */
async function ended(day: string): Promise<string> {
  office.clock.now = at(day)
  const intake = intakeOf(`${day} 漏水`, { registeredAt: office.clock.now })
  const { id, rev } = kept(await office.runner.run(registerComplaintCommand, { intake, receivedBy: '' }))
  kept(await office.runner.run(voidComplaintCommand, { id, rev, reason: '登记两次' }))
  return id
}

async function hold(id: string, until: string): Promise<void> {
  await office.signInAs('director')
  kept(await office.runner.run(holdCommand, { table: 'complaints', id, reason: '诉讼', until }))
}

describe('what is past its period (domain 13)', () => {
  it('is read from the index just as the rule says it of each row, the oldest first', async () => {
    for (const day of ['2026-03-02', '2026-03-19', '2026-03-20', '2026-03-21']) await ended(day)
    await office.signInAs('director')
    const rows = await office.db.of('complaints').toArray()
    for (const day of ['2029-03-01', '2029-03-19', '2029-03-20', '2029-03-21', '2030-01-01']) {
      const past = rows
        .map((row) => ({ id: row.id, until: keptUntil('complaints', row, 3) ?? '' }))
        .filter(({ until }) => until < at(day))
        .toSorted((a, b) => (a.until < b.until ? -1 : 1))
      const { places, free } = await dueIn(office.db, 'complaints', at(day))
      expect(places.map(({ id }) => id)).toEqual(past.map(({ id }) => id))
      expect(free.size).toBe(past.length)
    }
  })

  it('has its exceptions apart: a hold counts through its last day', async () => {
    const [held, free] = [await ended('2026-03-02'), await ended('2026-03-03')]
    await hold(held, '2029-03-20')
    const due = await dueIn(office.db, 'complaints', LATER)
    expect(due.places.map(({ id }) => id)).toEqual([held, free])
    expect([...due.free]).toEqual([free])
    expect(await countDue(office.db, LATER)).toBe(1)
    // The oldest is held: however few are asked for, it does not hide the other.
    expect([...(await dueIn(office.db, 'complaints', LATER, 1)).free]).toEqual([free])
    expect(await countDue(office.db, at('2029-03-21'))).toBe(2)
  })

  it('is shown as it is read, portion by portion, without what was erased meanwhile', async () => {
    const [held, gone, last] = [
      await ended('2026-03-02'),
      await ended('2026-03-03'),
      await ended('2026-03-04'),
    ]
    await hold(held, '2029-12-31')
    const { places } = await dueIn(office.db, 'complaints', LATER)
    office.clock.now = LATER
    const order = {
      records: [{ table: 'complaints', id: gone }],
      reason: '到期',
      basis: 'retentionOver',
    } as const
    kept(await office.runner.run(eraseCommand, { ...order, records: [...order.records] }))
    expect(await dueRecords(office.db, 'complaints', places, LATER)).toMatchObject([
      { id: held, exception: 'held', hold: { until: '2029-12-31', reason: '诉讼' } },
      { id: last, exception: null, hold: null, files: 0, title: expect.stringMatching(/TS-2026/) },
    ])
    expect((await dueIn(office.db, 'complaints', LATER)).places.map(({ id }) => id)).toEqual([held, last])
  })

  it('finds what has no order of its own: a request counts from its answer', async () => {
    const asked = { kind: 'copy', name: '王小明', phone: '', identifiedBy: '本人到场', words: '' } as const
    const { id } = kept(await office.runner.run(receiveRequestCommand, asked))
    const answer = { id, rev: 1, done: '给了副本', ground: null, refused: '' }
    office.clock.now = at('2026-03-10')
    kept(await office.runner.run(answerRequestCommand, answer))
    await office.signInAs('director')
    expect((await dueIn(office.db, 'personRequests', at('2029-03-10'))).places).toEqual([])
    const { places } = await dueIn(office.db, 'personRequests', at('2029-03-11'))
    expect(places).toEqual([{ id, endedAt: at('2026-03-10') }])
    expect(await dueRecords(office.db, 'personRequests', places, LATER)).toMatchObject([{ title: '王小明' }])
  })

  it.each(['clerk', 'supervisor', 'viewer'] as const)('is nothing of a %s’s', async (role) => {
    await ended('2026-03-02')
    await office.signInAs('director')
    const { places } = await dueIn(office.db, 'complaints', LATER)
    expect(places).toHaveLength(1)
    await office.signInAs(role)
    for (const table of RETAINED) expect((await dueIn(office.db, table, LATER)).places).toEqual([])
    expect(await dueRecords(office.db, 'complaints', places, LATER)).toEqual([])
    expect(await countDue(office.db, LATER)).toBe(0)
  })
})
