import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { JournalStatus } from '../../../shared/ipc/channels'
import { accept } from '../../../shared/util/result'
import { registerComplaintCommand, voidComplaintCommand } from '../commands/complaints'
import { dropDraftsOfGoneCommand, raiseCountersCommand, recountCommand } from '../commands/selfCheck'
import { intakeOf } from '../testing/complaints'
import { expectDerived } from '../testing/derived'
import { openTestOffice } from '../testing/office'
import { lookThrough } from './lookThrough'
import { SelfCheck } from './selfCheck'

async function officeAtWork() {
  const office = await openTestOffice()
  for (const text of ['一', '二', '三']) {
    await office.runner.run(registerComplaintCommand, { intake: intakeOf(text), receivedBy: '' })
  }
  const journal: JournalStatus = { lastSeq: 0, lastDigest: '', sentinel: null, problems: [] }
  const files = new Map<string, 'sound' | 'missing' | 'altered'>()
  const ports = {
    now: () => office.clock.now,
    journal: { status: async () => accept({ ...journal, lastSeq: office.lines.at(-1)?.seq ?? 0 }) },
    fileStates: async (sha256: string[]) => sha256.map((one) => files.get(one) ?? ('sound' as const)),
  }
  const look = async (thorough = false) => (await lookThrough(office.db, ports, thorough)).findings
  return { ...office, journal, files, ports, look }
}

const draftOf = (id: string, userId: string, targetId = '') => ({
  id,
  kind: 'complaint.handling',
  targetId,
  title: '',
  values: {},
  userId,
  updatedAt: '2026-03-02T00:00:00.000Z',
})

describe('the self-check (issue "Durability")', () => {
  it('finds nothing in sound books, and changes nothing', async () => {
    const { db, ports, lines } = await officeAtWork()
    const before = lines.length
    const report = await lookThrough(db, ports, false)
    expect(report.findings).toEqual([])
    expect(report.looked.numbers).toBe(3)
    expect(report.looked.counters).toBeGreaterThan(3)
    expect(lines).toHaveLength(before)
  })

  it('finds a counter of numbers that stands too low, raises it when asked, and notes that', async () => {
    const { db, runner, look, lines } = await officeAtWork()
    await db.of('numbers').put({ id: 'TS|2026|', last: 1 })
    expect(await look()).toEqual([{ kind: 'numbers', series: 'TS|2026|', last: 1, highest: 3, held: 3 }])
    // Not by itself: a look mends nothing.
    expect((await db.of('numbers').get('TS|2026|'))?.last).toBe(1)
    expect(await runner.run(raiseCountersCommand, {})).toMatchObject({ value: { value: { mended: 1 } } })
    expect(await look()).toEqual([])
    expect(lines.at(-1)?.body).toContain('selfCheck.raiseNumbers')
    const next = await runner.run(registerComplaintCommand, { intake: intakeOf('四'), receivedBy: '' })
    expect(next).toMatchObject({ value: { value: { number: '客服-TS-2026-0004' } } })
  })

  it('finds records that cannot be read, in a quick look too where they wait for something', async () => {
    const { db, look } = await officeAtWork()
    const second = await db.of('complaints').where('number').equals('客服-TS-2026-0002').first()
    const { id = '', number } = second ?? {}
    const { listKeys } = (await db.table('complaints').get(id)) as { listKeys: string[] }
    await db.table('complaints').put({ id, number, listKeys })
    const found = { kind: 'rows', table: 'complaints', names: ['客服-TS-2026-0002'], count: 1 }
    expect(await look()).toEqual([found])
    expect(await look(true)).toContainEqual(found)
  })

  it('finds entries whose details are gone; of the oldest only in a thorough look', async () => {
    const { db, look, lines } = await officeAtWork()
    const [first] = await db.of('audit').orderBy(':id').toArray()
    await db.of('auditDetails').delete(first?.opId ?? '')
    const found = { kind: 'details', count: 1, from: first?.at, to: first?.at }
    expect(await look()).toEqual([found])
    expect(lines.length).toBeLessThan(5000)
    const chain = { seq: 9_000, digest: 'a'.repeat(64), newestAt: first?.at }
    await db.of('meta').put({ key: 'chain', value: chain })
    expect(await look()).toEqual([])
    expect(await look(true)).toEqual([found])
  })

  it('finds records that are missing below the last number', async () => {
    const { db, look } = await officeAtWork()
    const second = await db.of('complaints').where('number').equals('客服-TS-2026-0002').first()
    await db.of('complaints').delete(second?.id ?? '')
    expect(await look()).toContainEqual({
      kind: 'numbers',
      series: 'TS|2026|',
      last: 3,
      highest: 3,
      held: 2,
    })
  })

  it('finds counters that are not what the rows say, and counts them anew when asked', async () => {
    const { db, runner, look } = await officeAtWork()
    await db.of('counters').put({ id: 'complaints|all', count: 9 })
    expect(await look()).toEqual([
      { kind: 'counter', table: 'complaints', facet: 'all', counted: 9, found: 3 },
    ])
    expect(await runner.run(recountCommand, {})).toMatchObject({ value: { value: { mended: 1 } } })
    await expectDerived(db)
  })

  it('leaves a large counter for the thorough look', async () => {
    const { db, look } = await officeAtWork()
    await db.of('counters').put({ id: 'complaints|all', count: 900_000 })
    expect(await look()).toEqual([])
    expect(await look(true)).toMatchObject([{ kind: 'counter', counted: 900_000, found: 3 }])
  })

  it('finds drafts of people who are gone, and drafts that a record has left behind', async () => {
    const { db, runner, session, clock, look } = await officeAtWork()
    const me = session.actor()?.userId ?? ''
    const record = await db.of('complaints').toCollection().first()
    await db.of('drafts').bulkPut([draftOf('a', 'gone'), draftOf('b', me), draftOf('c', me, record?.id)])
    clock.now = '2026-03-02T02:00:00.000Z'
    const voided = { id: record?.id ?? '', rev: record?.rev ?? 0, reason: '重复' }
    await runner.run(voidComplaintCommand, voided)
    expect(await look()).toEqual([
      { kind: 'draftsOfGone', ids: ['a'] },
      { kind: 'draftsBehind', count: 1 },
    ])
    await runner.run(dropDraftsOfGoneCommand, {})
    expect(await db.of('drafts').toCollection().primaryKeys()).toEqual(['b', 'c'])
  })

  it('passes on what the journal says of itself, but not half a line that a power cut left', async () => {
    const { journal, look } = await officeAtWork()
    const file = '0001-dev-2026-03.fdj'
    journal.problems.push(
      { key: 'journal.tornTail', file, line: 9 },
      { key: 'journal.damagedLine', file, line: 2 },
    )
    expect(await look()).toEqual([{ kind: 'journal', problem: 'journal.damagedLine', file, line: 2 }])
  })

  it('names the records whose files are gone', async () => {
    const { db, files, look } = await officeAtWork()
    const record = await db.of('complaints').toCollection().first()
    for (const [id, state] of [
      ['x', 'missing'],
      ['y', 'altered'],
      ['z', 'sound'],
    ] as const) {
      files.set(id.repeat(64), state)
      const row = { id, table: 'complaints', recordId: record?.id, sha256: id.repeat(64), name: 'a.jpg' }
      await db.table('attachments').put(row)
    }
    expect(await look()).toContainEqual({
      kind: 'files',
      missing: 1,
      altered: 1,
      numbers: ['客服-TS-2026-0001'],
    })
  })

  it('does not miss the file of an attachment that was erased by law (domain 13)', async () => {
    const { db, files, look } = await officeAtWork()
    files.set('x'.repeat(64), 'missing')
    const erased = { at: '2026-03-02T00:00:00.000Z', by: '主任', basis: 'consentWithdrawn' }
    const row = { id: 'x', table: 'complaints', recordId: 'r', sha256: 'x'.repeat(64), name: '已按规定删除' }
    await db.table('attachments').put({ ...row, erased })
    for (const thorough of [false, true]) expect(await look(thorough)).toEqual([])
  })

  it('looks once at a time and keeps its last report for the screens', async () => {
    const { db, ports } = await officeAtWork()
    const check = new SelfCheck(db, ports)
    expect(check.last()).toBeNull()
    const [one, other] = await Promise.all([check.run(false), check.run(true)])
    expect(other).toBe(one)
    expect(check.last()).toBe(one)
  })

  it('is mended by the director alone', async () => {
    const { runner, signInAs } = await officeAtWork()
    await signInAs('clerk')
    for (const spec of [recountCommand, raiseCountersCommand, dropDraftsOfGoneCommand]) {
      expect(await runner.run(spec, {})).toMatchObject({ refusal: { key: 'role.notAllowed' } })
    }
  })
})
