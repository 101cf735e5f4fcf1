import 'fake-indexeddb/auto'
import { beforeAll, describe, expect, it } from 'vitest'
import { registered } from '../../shared/domain/complaint/testing'
import type { Complaint } from '../../shared/domain/complaint/types'
import { addHours } from '../../shared/util/civilTime'
import { monthSpan } from '../../shared/util/months'
import { loadPinyin } from '../../shared/util/pinyin'
import {
  countDue,
  countListed,
  countOpenDisputes,
  countSets,
  decidedDisputes,
  findByNumber,
  lastEntries,
  listRecords,
  monthEntries,
  monthReviewOf,
  monthToReview,
  monthViewOf,
  openDisputes,
  openRequests,
  registerComplaintCommand,
  timelineOf,
  visitGoals,
  visitMonthView,
  weekFigures,
} from '../data'
import { failedTries } from '../data/queries/failedTries'
import { pastSummaries } from '../data/queries/guidance'
import { monthStatistics } from '../data/queries/monthStatistics'
import { planBooks } from '../data/queries/servicePlan'
import { roundProposal } from '../data/queries/returnVisits'
import { readSentinel } from '../data/startup/sentinelWriter'
import { openDatabase } from '../data/startup/openDatabase'
import { unsavedSince } from '../data/backup/unsaved'
import { chainDevices } from '../data/core/chainDevices'
import type { DeskDatabase } from '../data/core/database'
import { RowWriter } from '../data/core/rowWriter'
import { intakeOf } from '../data/testing/complaints'
import { openTestOffice, type TestOffice } from '../data/testing/office'
import { countReads, type Reads, readsDuring } from '../data/testing/reads'
import { SECTIONS } from '../features/today/sections'
import { registers } from './registers'
import { waitingAt } from './waiting'

// 2026-11-09, a Monday, 09:00 in Shanghai.
const NOW = '2026-11-09T01:00:00.000Z'
const MONTH = '2026-11'
/** Older than any month that a screen of today compares with. */
const LONG_AGO = Date.UTC(2016, 5, 1)
const HOUR = 3_600_000
/** More than any screen looks back by number, as the last entries of a field do. */
const FEW = 200
const MANY = 1200

/** One of the past: it came in, was closed two days later, and nobody waits for it. */
function past(i: number): Complaint {
  const registeredAt = new Date(LONG_AGO + i * 60 * HOUR).toISOString()
  const closedAt = addHours(registeredAt, 48)
  return {
    ...registered({ registeredAt }),
    id: `past-${String(i).padStart(6, '0')}`,
    number: `客服-TS-${registeredAt.slice(0, 4)}-${String(i + 1).padStart(4, '0')}`,
    createdAt: registeredAt,
    updatedAt: closedAt,
    state: 'closed',
    closedAt,
    duty: null,
  }
}

/** An office with the same present work, and with so many records of the past in its books. */
async function officeWith(ended: number): Promise<{ office: TestOffice; reads: Reads }> {
  const office = await openTestOffice()
  const { db } = office
  db.reader = () => {
    const { user } = office.session.snapshot()
    return user && { userId: user.id, role: user.role }
  }
  office.clock.now = NOW
  await office.signInAs('clerk')
  for (let i = 0; i < 5; i += 1) await register(office)
  const rows = Array.from({ length: ended }, (_, i) => past(i))
  await db.transaction('rw', db.tables, async () => {
    const writer = new RowWriter(db)
    await writer.bulkPut('complaints', rows as unknown as Record<string, unknown>[])
    await writer.finish()
    await db.of('audit').bulkAdd(rows.map(entryOf))
  })
  db.close()
  const reads = countReads(db)
  await db.open()
  return { office, reads }
}

function entryOf({ id, createdAt }: Complaint, i: number) {
  const refs = [{ table: 'complaints', id }]
  const entry = { deviceId: 'another', seq: i + 1, prev: '', digest: '', detailDigest: '', opId: `op-${id}` }
  return { ...entry, at: createdAt, userId: 'gone', command: 'complaint.register', refs, refIds: [id] }
}

async function register(office: TestOffice): Promise<string> {
  const intake = intakeOf('电梯停运', { registeredAt: office.clock.now })
  const saved = await office.runner.run(registerComplaintCommand, { intake, receivedBy: '' })
  if (!saved.ok) throw new Error(saved.refusal.key)
  return saved.value.value.id
}

type Look = (db: DeskDatabase, office: TestOffice) => Promise<unknown>

const list = { table: 'complaints' as const, after: null, limit: 100, scan: 1000 }

/** What a screen asks the database for, by the screen. */
const LOOKS: [string, Look][] = [
  ...SECTIONS.map((section): [string, Look] => [`今日: ${section}`, (db) => today(db, section)]),
  ['今日: what is past its period', (db) => countDue(db, NOW)],
  ['今日: goals of the visits', (db) => visitGoals(db, MONTH)],
  ['今日: requests of persons', (db) => openRequests(db)],
  ['title bar: 待核对', (db) => countOpenDisputes(db)],
  ['title bar: wrong tries', (db) => failedTries(db, monthSpan(MONTH).from)],
  ['title bar: unsaved work', (db) => unsavedSince(db, 1)],
  ['list: what is open', (db) => listRecords(db, { ...list, facets: ['open'] })],
  ['list: all', (db) => listRecords(db, { ...list, facets: [], limit: 5 })],
  ['list: count of a set', (db) => countListed(db, { table: 'complaints', facets: ['ended'] })],
  ['list: 超期', (db) => countListed(db, { table: 'complaints', facets: ['open'], before: NOW })],
  ['list: counts of the words', (db) => countSets(db, 'complaints', [['open'], ['ended'], []])],
  ['list: of a household', (db) => listRecords(db, { ...list, facets: ['#unit:u1'] })],
  ['intake: last entries', (db) => lastEntries(db, 'complaints', ({ intake }) => [intake.subject])],
  ['intake: 总结评价 of a cause', (db) => pastSummaries(db, 'fees', 5)],
  ['a number typed', (db) => findByNumber(db, 'complaints', 'complaint', '3', NOW)],
  ['a record: its timeline', async (db) => timelineOf(db, (await anyOpen(db))?.id ?? '')],
  ['访问总结 of the month', (db) => visitMonthView(db, MONTH)],
  ['季度回访: whom to call', (db) => roundProposal(db, '2026-Q4')],
  ['月末审核: which month', (db) => monthToReview(db, NOW)],
  ['月末审核: the months', (db) => monthEntries(db, NOW)],
  ['月末审核: the month', (db) => reviewed(db)],
  ['月末审核: service plan', (db) => planBooks(db, MONTH)],
  ['周报', (db) => weekFigures(db, '2026-11-09', NOW)],
  ['待核对', async (db) => [await openDisputes(db), await decidedDisputes(db)]],
  ['start: which screen', (db) => started(db)],
  ['sentinel', (db) => readSentinel(db, NOW)],
  ['replication: machines of the office', (db) => chainDevices(db)],
  ['save', (_, office) => register(office)],
]

async function today(db: DeskDatabase, section: (typeof SECTIONS)[number]) {
  const at = await waitingAt(db, Date.parse(NOW), 'somebody')
  for (const { waiting } of registers) {
    await waiting?.count(db, section, at)
    await waiting?.read(db, section, at, 50)
    await waiting?.fallen(db, addHours(NOW, -24), at, 50)
  }
}

async function anyOpen(db: DeskDatabase) {
  return (await listRecords(db, { ...list, facets: ['open'], limit: 1 })).rows[0]
}

async function reviewed(db: DeskDatabase) {
  await monthReviewOf(db, MONTH)
  const view = await monthViewOf(db, MONTH, NOW)
  return monthStatistics(db, view, MONTH)
}

function started(db: DeskDatabase) {
  return openDatabase(db, { lastSeq: 0, lastDigest: '', sentinel: null, problems: [] })
}

describe('what a screen reads does not grow with the past (quality 2, 8)', () => {
  const offices: Awaited<ReturnType<typeof officeWith>>[] = []
  beforeAll(async () => {
    await loadPinyin()
    offices.push(await officeWith(FEW), await officeWith(MANY))
    for (const { office } of offices) await office.signInAs('director')
  }, 120_000)

  it.each(LOOKS)('%s', async (_, look) => {
    const [few, many] = await Promise.all(
      offices.map(({ office, reads }) => readsDuring(reads, () => look(office.db, office))),
    )
    expect(many).toBe(few)
  })

  it('月末审核: a month of long ago reads its own records, and a counter for each month since', async () => {
    const [few = 0, many = 0] = await Promise.all(
      offices.map(({ office: { db }, reads }) =>
        readsDuring(reads, async () => {
          const view = await monthViewOf(db, '2016-09', NOW)
          expect(view.carryOverOf('complaints')).toMatchObject({ added: 12, completed: 12 })
          return monthStatistics(db, view, '2016-09')
        }),
      ),
    )
    // A month has 12 of them: what is asked several times for each month is less than one look at each record.
    expect(many - few).toBeLessThan(MANY - FEW)
  })

  it('counts what is read: a scan is seen as one', async () => {
    for (const [i, { office, reads }] of offices.entries()) {
      const scanned = await readsDuring(reads, () =>
        office.db
          .of('complaints')
          .filter(() => false)
          .toArray(),
      )
      expect(scanned).toBeGreaterThan(i === 0 ? FEW : MANY)
      expect(await readsDuring(reads, () => office.db.of('complaints').count())).toBeGreaterThan(
        i ? MANY : FEW,
      )
    }
  })
})
