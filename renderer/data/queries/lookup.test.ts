import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { DeskDatabase } from '../core/database'
import type { SearchAnswer, SearchRequest } from '../search/request'
import { findHouseholds } from './lookup'

/** Units of which all but the last are void, and a search that finds them in this order. */
async function officeOf(count: number) {
  const db = new DeskDatabase(`lookup-${count}`)
  await db.open()
  const ids = Array.from({ length: count }, (_, i) => `u${String(i).padStart(2, '0')}`)
  await db.table('units').bulkPut(ids.map((id, i) => ({ id, code: id, voided: i < count - 1 })))
  const asked: SearchRequest[] = []
  const search = async (request: SearchRequest): Promise<SearchAnswer> => {
    asked.push(request)
    const hits = ids.slice(0, request.limit).map((id) => ({ id, kind: 'unit', parentId: id }))
    return { hits, total: count }
  }
  return { db, asked, search: { search } }
}

describe('households to pick from (domain 4, 10)', () => {
  it('are the best of what is found, and none gives its place to one that is void', async () => {
    const { db, asked, search } = await officeOf(20)
    const found = await findHouseholds(db, search, '5-2', 12)
    expect(found.map(({ unit }) => unit.id)).toEqual(['u19'])
    expect(asked[0]).toMatchObject({ ranked: true })
  })

  it('are not called none where the search cannot read the books', async () => {
    const { db } = await officeOf(1)
    const search = { search: async () => ({ hits: [], total: 0, broken: true as const }) }
    await expect(findHouseholds(db, search, '5-2', 12)).rejects.toThrow()
  })
})
