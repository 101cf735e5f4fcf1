import 'fake-indexeddb/auto'
import { beforeAll, describe, expect, it } from 'vitest'
import { registered } from '../../../shared/domain/complaint/testing'
import { loadPinyin } from '../../../shared/util/pinyin'
import type { SearchRequest } from '../../data'
import { DeskDatabase } from '../../data/core/database'
import { RowWriter } from '../../data/core/rowWriter'
import { SearchIndex } from '../../data/search/searchIndex'
import { batchRecords } from './batch'
import { EVERYTHING, NOTHING, type Selection, toggled } from './selection'

const COUNT = 1200
const db = new DeskDatabase('batch')
const index = new SearchIndex()
const search = { search: async (request: SearchRequest) => index.search(request) }

beforeAll(async () => {
  await loadPinyin()
  await db.open()
  const rows = Array.from({ length: COUNT }, (_, i) => ({
    ...registered({ content: i % 100 === 0 ? '车库漏水' : '电梯异响' }),
    id: `c${String(i).padStart(4, '0')}`,
    number: `客服-TS-2026-${String(i).padStart(4, '0')}`,
  }))
  await db.transaction('rw', db.tables, async () => {
    const writer = new RowWriter(db)
    await writer.bulkPut('complaints', rows)
    await writer.finish()
    index.load(writer.search.put)
  })
})

async function read(selection: Selection, query = '', listed: string[] = []): Promise<string[]> {
  const filter = { table: 'complaints' as const, facets: ['open'] }
  // The search client of a window is its worker; here the index answers itself.
  const sources = { db, search } as unknown as Parameters<typeof batchRecords>[0]
  const ids: string[] = []
  for await (const rows of batchRecords(sources, { filter, kind: 'complaint', query, selection, listed })) {
    expect(rows.length).toBeLessThanOrEqual(500)
    ids.push(...rows.map(({ id }) => id))
  }
  return ids
}

describe('a batch (ui, "List")', () => {
  it('is everything that is filtered, past the pages that were loaded', async () => {
    for (const selection of [NOTHING, EVERYTHING]) {
      const ids = await read(selection)
      expect(ids).toHaveLength(COUNT)
      expect(ids).toEqual([...ids].sort())
    }
  })

  it('is everything but what was let go', async () => {
    const ids = await read(toggled(EVERYTHING, 'c0700'))
    expect(ids).toHaveLength(COUNT - 1)
    expect(ids).not.toContain('c0700')
  })

  it('is what was selected, in the order of the list', async () => {
    const some = ['c0009', 'c0002', 'c0005'].reduce(toggled, NOTHING)
    expect(await read(some, '', ['c0005', 'c0002', 'c0009'])).toEqual(['c0005', 'c0002', 'c0009'])
  })

  it('is what was found', async () => {
    expect(await read(NOTHING, '车库')).toHaveLength(COUNT / 100)
    expect(await read(toggled(EVERYTHING, 'c0000'), '车库')).toHaveLength(COUNT / 100 - 1)
    expect(await read(NOTHING, '没有这个词')).toEqual([])
  })
})
