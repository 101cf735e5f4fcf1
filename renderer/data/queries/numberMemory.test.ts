import 'fake-indexeddb/auto'
import { liveQuery } from 'dexie'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { registered } from '../../../shared/domain/complaint/testing'
import { monthSpan } from '../../../shared/util/months'
import { loadPinyin } from '../../../shared/util/pinyin'
import type { DeskDatabase } from '../core/database'
import { RowWriter } from '../core/rowWriter'
import { openTestOffice } from '../testing/office'
import { countReads } from '../testing/reads'
import { monthStatistics } from './monthStatistics'
import { monthView, spanView } from './monthView'
import { numbersBetween } from './numberMemory'

const START = '客服-TS-2026-'
const YEAR = { table: 'complaints', from: START, to: `${START}\uffff` } as const
const MONTH = '2026-11'
const NOW = monthSpan(MONTH).until

beforeAll(() => loadPinyin())

/** As the index has them, each time anew. */
async function plain(db: DeskDatabase): Promise<string[]> {
  return (await db.of('complaints').where('number').between(YEAR.from, YEAR.to).keys()) as string[]
}

type Row = Record<string, unknown> & { id: string; number: string }
const rowOf = (id: number, number: string): Row => ({ ...registered(), id: `r${id}`, number })
/** Few numbers, so that rows meet; of other years and machines, and some that are no numbers. */
const aNumber = fc.oneof(
  fc.integer({ min: 1, max: 12 }).map((seq) => `${START}${String(seq).padStart(4, '0')}`),
  fc.constantFrom(`${START}B0001`, '客服-TS-2025-0001', `${START}0003x`, '客服-LS-2026-0001'),
)
const anId = fc.nat(9)

type Step = (db: DeskDatabase) => Promise<unknown>

/** As commands write: through the writer, which reads what was there before. */
const written: fc.Arbitrary<Step> = fc.array(fc.tuple(anId, aNumber), { maxLength: 4 }).map(
  (rows) => (db: DeskDatabase) =>
    db.transaction('rw', db.tables, async () => {
      const writer = new RowWriter(db)
      for (const [id, number] of rows) await writer.bulkPut('complaints', [rowOf(id, number)])
      await writer.finish()
    }),
)
/** Past the writer, without what was there before. */
const put: fc.Arbitrary<Step> = fc.tuple(anId, aNumber).map(
  ([id, number]) =>
    (db: DeskDatabase) =>
      db.table('complaints').put(rowOf(id, number)),
)
const removed: fc.Arbitrary<Step> = anId.map(
  (id) => (db: DeskDatabase) => db.table('complaints').delete(`r${id}`),
)
const renumbered: fc.Arbitrary<Step> = fc.tuple(anId, aNumber).map(
  ([id, number]) =>
    (db: DeskDatabase) =>
      db.table('complaints').update(`r${id}`, { number }),
)
const swept: fc.Arbitrary<Step> = aNumber.map(
  (number) => (db: DeskDatabase) => db.table('complaints').where('number').aboveOrEqual(number).delete(),
)
const emptied: fc.Arbitrary<Step> = fc.constant((db: DeskDatabase) => db.table('complaints').clear())
/** More at once than Dexie tells one by one. */
const poured: fc.Arbitrary<Step> = fc.constant((db: DeskDatabase) =>
  db.table('complaints').bulkPut(Array.from({ length: 60 }, (_, i) => rowOf(100 + i, `${START}${2000 + i}`))),
)
/** As a recovery does: the same database, empty. */
const madeAnew: fc.Arbitrary<Step> = fc.constant(reopenEmpty)

async function reopenEmpty(db: DeskDatabase): Promise<void> {
  db.close()
  await new Promise((done) => Object.assign(indexedDB.deleteDatabase(db.name), { onsuccess: done }))
  await db.open()
}

const looked: fc.Arbitrary<Step> = fc.constant((db: DeskDatabase) => numbersBetween(db, YEAR))

describe('numbers that are remembered', () => {
  it('are those of the index, whatever is written, however, and while they are looked for', async () => {
    const aStep = fc.oneof(
      { weight: 4, arbitrary: written },
      { weight: 4, arbitrary: looked },
      { weight: 3, arbitrary: put },
      { weight: 2, arbitrary: removed },
      { weight: 2, arbitrary: renumbered },
      swept,
      emptied,
      poured,
      madeAnew,
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ step: aStep, beside: fc.constantFrom('no', 'before', 'after') }), {
          maxLength: 14,
        }),
        async (steps) => {
          const { db } = await openTestOffice(false)
          await numbersBetween(db, YEAR)
          for (const { step, beside } of steps) {
            // A number that another row bears already is refused, and nothing is written.
            const look = () => numbersBetween(db, YEAR).catch(() => undefined)
            const before = beside === 'before' ? look() : undefined
            const done = step(db).catch(() => undefined)
            await Promise.all([before, done, beside === 'after' ? look() : undefined])
            expect(await numbersBetween(db, YEAR)).toEqual(await plain(db))
          }
          db.close()
        },
      ),
      { numRuns: 60 },
    )
  })

  it('are followed by a live query, though they are not read again', async () => {
    const { db } = await openTestOffice(false)
    await numbersBetween(db, YEAR)
    const seen: (readonly string[])[] = []
    const live = { end: () => {} }
    await new Promise<void>((resolve) => {
      const query = liveQuery(async () => numbersBetween(db, YEAR)).subscribe((numbers) => {
        seen.push(numbers)
        if (seen.length === 1) void db.table('complaints').put(rowOf(1, `${START}0001`))
        else resolve()
      })
      live.end = () => query.unsubscribe()
    })
    live.end()
    expect(seen).toEqual([[], [`${START}0001`]])
    db.close()
  })

  it('are forgotten when the database is made anew', async () => {
    const { db } = await openTestOffice(false)
    await db.table('complaints').put(rowOf(1, `${START}0001`))
    for (const look of [1, 2]) expect(await numbersBetween(db, YEAR), `look ${look}`).toHaveLength(1)
    await reopenEmpty(db)
    expect(await numbersBetween(db, YEAR)).toEqual([])
    db.close()
  })

  it('are read in a transaction, which may have written some itself', async () => {
    const { db } = await openTestOffice(false)
    await numbersBetween(db, YEAR)
    await db.transaction('rw', db.tables, async () => {
      await db.table('complaints').put(rowOf(1, `${START}0001`))
      expect(await numbersBetween(db, YEAR)).toEqual([`${START}0001`])
    })
    db.close()
  })
})

describe('what the review of a month reads of the numbers of its year', () => {
  const MANY = 300

  async function office() {
    const { db } = await openTestOffice(false)
    await db.table('complaints').bulkPut(
      // Without list keys: of no month, and of the year all the same.
      Array.from({ length: MANY }, (_, i) => rowOf(i, `${START}${String(i + 1).padStart(4, '0')}`)),
    )
    db.close()
    const reads = countReads(db)
    await db.open()
    const during = async (work: () => Promise<unknown>) => {
      reads.clear()
      await work()
      return reads.get('complaints') ?? 0
    }
    return { db, during }
  }

  it('is all of them at the first look, what came since at the next, and nothing for figures alone', async () => {
    const { db, during } = await office()
    const review = () => monthView(db, monthSpan(MONTH), MONTH, NOW)
    expect(await during(review)).toBeGreaterThanOrEqual(MANY)
    const again = await during(review)
    expect(again).toBeLessThan(20)
    await db.table('complaints').put(rowOf(MANY, `${START}0900`))
    const gaps = async () => (await review()).gaps.series.flatMap((series) => series.gaps)
    expect(
      await during(async () => expect(await gaps()).toEqual([{ from: MANY + 1, to: 899 }])),
    ).toBeLessThan(again + 5)
    const figures = await during(async () =>
      monthStatistics(db, await spanView(db, monthSpan(MONTH), MONTH, NOW), MONTH),
    )
    expect(figures).toBeLessThan(20)
    db.close()
  })
})
