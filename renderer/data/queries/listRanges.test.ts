import 'fake-indexeddb/auto'
import { beforeAll, describe, expect, it } from 'vitest'
import { registered } from '../../../shared/domain/complaint/testing'
import type { Complaint } from '../../../shared/domain/complaint/types'
import { loadPinyin } from '../../../shared/util/pinyin'
import { DeskDatabase } from '../core/database'
import { RowWriter } from '../core/rowWriter'
import { SearchIndex } from '../search/searchIndex'
import { countListed, facetValues, type ListFilter, listRecords, walkRecords } from './lists'

const COUNT = 4000
const HOUR = 3_600_000
const START = Date.UTC(2026, 0, 1)
const at = (hours: number) => new Date(START + hours * HOUR).toISOString()

/** One an hour, in a mixed order; every 7th 重大, every 400th by 阿紫, due two days later. */
function record(i: number): Complaint {
  const seq = (i * 1709) % COUNT
  const one = registered({ registeredAt: at(seq) })
  return {
    ...one,
    id: `c${String(i).padStart(5, '0')}`,
    number: `客服-TS-2026-${String(seq).padStart(4, '0')}`,
    receivedBy: seq % 400 === 0 ? '阿紫' : seq % 2 === 0 ? '小林' : '小陈',
    duty: { kind: 'judge', dueAt: at(seq + 48 + (seq % 5)) },
    judgement:
      seq % 7 === 0
        ? { nature: 'valid', severity: 'major', cause: 'fees', judgedAt: at(seq), judgedBy: '周' }
        : null,
  }
}

const all = Array.from({ length: COUNT }, (_, i) => record(i))
const db = new DeskDatabase('list-ranges')
const index = new SearchIndex()
let touched = 0

beforeAll(async () => {
  await loadPinyin()
  await db.open()
  await db.transaction('rw', db.tables, async () => {
    const writer = new RowWriter(db)
    await writer.bulkPut('complaints', all as unknown as Record<string, unknown>[])
    await writer.finish()
  })
  index.load(await db.of('searchDocs').toArray())
  db.of('complaints').hook('reading', (row) => {
    touched += 1
    return row
  })
}, 60_000)

type Asked = Omit<ListFilter, 'table'>
const week = (from: number) => ({ order: 'registered', from: at(from), to: at(from + 168) })
const list = (filter: Asked, limit: number, after: string | null = null, scan?: number) =>
  listRecords(db, { ...filter, table: 'complaints', limit, after, scan })

/** What a filter must give, found the slow way. */
function expected({ facets, range, before }: Asked): string[] {
  const wanted = all.filter(
    ({ intake, receivedBy, judgement, duty }) =>
      facets.every((facet) =>
        facet.startsWith('received:')
          ? facet === `received:${receivedBy}`
          : facet !== 'severity:major' || judgement !== null,
      ) &&
      (!range || (intake.registeredAt >= range.from && intake.registeredAt < range.to)) &&
      (before === undefined || (duty !== null && duty.dueAt < before)),
  )
  const key = ({ intake, duty, number }: Complaint) =>
    `${range ? intake.registeredAt : duty?.dueAt}|${number}`
  return wanted.sort((a, b) => (key(a) < key(b) ? -1 : 1)).map(({ number }) => number)
}

async function walkPages(filter: Asked, limit: number, scan?: number): Promise<string[]> {
  const seen: string[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof list>> = await list(filter, limit, after, scan)
    seen.push(...page.rows.map(({ number }) => number))
    after = page.next
  } while (after !== null)
  return seen
}

const filters: [string, Asked][] = [
  ['everything', { facets: [] }],
  ['a period', { facets: [], range: week(500) }],
  ['a period and a common set', { facets: ['received:小林', 'open'], range: week(500) }],
  ['a period and a small set', { facets: ['received:阿紫'], range: week(700) }],
  [
    'a long period and two sets',
    { facets: ['received:小陈', 'severity:major'], range: { ...week(0), to: at(3000) } },
  ],
  ['what is overdue', { facets: ['open'], before: at(1000) }],
  ['what is overdue of a set', { facets: ['open', 'severity:major'], before: at(1000) }],
  ['what is overdue of a period', { facets: ['open'], before: at(600), range: week(500) }],
]

describe('a list by filter and period (ui, "List")', () => {
  it.each(filters)(
    '%s: each row once, in order, whatever the page size; counted alike',
    async (_, filter) => {
      const truth = expected(filter)
      expect(truth.length).toBeGreaterThan(0)
      expect(await walkPages(filter, 37)).toEqual(truth)
      expect(await walkPages(filter, 100, 300)).toEqual(truth)
      const walked: string[] = []
      for await (const rows of walkRecords(db, { ...filter, table: 'complaints' }))
        walked.push(...rows.map(({ number }) => number))
      expect(walked).toEqual(truth)
      expect(await countListed(db, { ...filter, table: 'complaints' })).toBe(truth.length)
      // As the list counts what no counter says.
      const asked = { query: '', kinds: ['complaint'], limit: 0, ...filter }
      expect(index.search(asked)).toEqual({ hits: [], total: truth.length })
    },
  )

  it('names who is in use, with their counts', async () => {
    expect(await facetValues(db, 'complaints', 'received')).toEqual(
      expect.arrayContaining([{ value: '阿紫', count: 10 }]),
    )
    expect(await facetValues(db, 'complaints', 'responsible')).toEqual([])
  })
})

async function rowsTouched(read: () => Promise<unknown>): Promise<number> {
  touched = 0
  await read()
  return touched
}

describe('a list reads what it must (quality 2)', () => {
  it('a page of a period, first or in the middle: its rows and one more', async () => {
    const year = { facets: [], range: { order: 'registered', from: at(0), to: at(COUNT) } }
    expect(await rowsTouched(() => list(year, 100))).toBe(101)
    const { next } = await list(year, 3000)
    expect(await rowsTouched(() => list(year, 100, next))).toBe(101)
  })

  it('a page by several filters: no more than the portions it needs', async () => {
    const year = { order: 'registered', from: at(0), to: at(COUNT) }
    expect(
      await rowsTouched(() => list({ facets: ['received:小林'], range: year }, 100)),
    ).toBeLessThanOrEqual(400)
    // 10 rows in a set: they are read, and nothing of the year's 4,000.
    expect(await rowsTouched(() => list({ facets: ['received:阿紫'], range: year }, 100))).toBe(10)
  })

  it('never more than it may, however rare the rows: the page is short and has a next one', async () => {
    const rare = { facets: ['received:小陈', 'received:小林'] }
    const page = await list(rare, 100, null, 400)
    expect(page.rows).toEqual([])
    expect(page.next).not.toBeNull()
    expect(await rowsTouched(() => list(rare, 100, null, 400))).toBeLessThanOrEqual(400)
  })

  it('counts without reading a row', async () => {
    for (const [name, filter] of filters) {
      if (name.includes('small set')) continue
      expect(await rowsTouched(() => countListed(db, { ...filter, table: 'complaints' }))).toBe(0)
    }
  })
})
