import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { FIRST, histories } from '../../../shared/domain/complaint/histories'
import { complaintMonthFacts } from '../../../shared/domain/complaint/monthFacts'
import type { Complaint } from '../../../shared/domain/complaint/types'
import { isLiveDuring, isOpenAt } from '../../../shared/domain/month/facts'
import { countedFlow } from '../../../shared/domain/month/testing'
import { instantFromMs } from '../../../shared/util/civilTime'
import { monthSpan, shiftMonths, type Span, weekSpan } from '../../../shared/util/months'
import { loadPinyin } from '../../../shared/util/pinyin'
import { RowWriter } from '../core/rowWriter'
import { openTestOffice } from '../testing/office'
import { carryOver, flowIndex, liveRows, OpenRows } from './monthKeys'

beforeAll(() => loadPinyin())

const facts = complaintMonthFacts
const months = Array.from({ length: 15 }, (_, later) => monthSpan(shiftMonths('2026-01', later)))
const weeks = ['2026-02-11', '2026-06-30', '2026-09-01'].map(weekSpan)
const aSpan = fc.constantFrom(...months, ...weeks)
const anHour = fc.integer({ min: 0, max: 420 * 24 }).map((hours) => instantFromMs(FIRST + hours * 3_600_000))

/** A database that holds these complaints, indexed as every command indexes them. */
async function holding(rows: readonly Complaint[]) {
  const { db } = await openTestOffice(false)
  await db.transaction('rw', db.tables, async () => {
    const writer = new RowWriter(db)
    await writer.bulkPut(
      'complaints',
      rows.map((row) => ({ ...row })),
    )
    await writer.finish()
  })
  return db
}
const ids = (rows: readonly Complaint[]) => rows.map(({ id }) => id).sort()

describe('the index of months (domain 12)', () => {
  it('counts as the rows do, one by one, for any month and week', async () => {
    await fc.assert(
      fc.asyncProperty(histories, aSpan, async (matters, span: Span) => {
        const rows = matters.flat()
        const db = await holding(rows)
        const index = await flowIndex(db, 'complaints', span)
        const live = await liveRows(db, 'complaints', facts, span)
        expect(ids(live)).toEqual(ids(rows.filter((row) => isLiveDuring(facts, row, span))))
        const beside = new OpenRows(db, months.at(-1)?.until ?? '')
        await beside.before('complaints', months.at(-1)?.until ?? '')
        expect(await liveRows(db, 'complaints', facts, span, beside)).toEqual(live)
        expect(carryOver(index, span, null)).toEqual(countedFlow(facts, rows, span))
        db.close()
      }),
      { numRuns: 40 },
    )
  })

  it('knows at any moment how many are open, and moves what a signed month did not know into 更正调整', async () => {
    await fc.assert(
      fc.asyncProperty(histories, anHour, fc.nat(9), async (matters, at, signed) => {
        const rows = matters.flat()
        const db = await holding(rows)
        const moment = await flowIndex(db, 'complaints', { from: at, until: monthSpan('2028-01').from })
        expect(moment.openAt(at)).toBe(rows.filter((row) => isOpenAt(facts, row, at)).length)
        const span = monthSpan('2026-05')
        const year = { from: monthSpan('2026-01').from, until: monthSpan('2026-12').until }
        const index = await flowIndex(db, 'complaints', year)
        const counted = countedFlow(facts, rows, span)
        const flow = carryOver(index, span, signed)
        expect(flow).toEqual({ ...counted, carriedIn: signed, adjusted: counted.carriedIn - signed })
        db.close()
      }),
      { numRuns: 40 },
    )
  })
})
