import { pageIds, readPage } from '../../../renderer/data/queries/listFound'
import { type ListPage, listRecords } from '../../../renderer/data/queries/lists'
import type { Complaint } from '../../../shared/domain/complaint/types'
import { data } from './office'

/** Rows of a page, as a list shows them. */
export const PAGE = 50
/** Rows of one set that a list looks through before it gives its page up to the next. */
const SCAN = 1000

/** A page as the list asks for it: of several sets ids from the search, then their rows; of one by its index. */
export async function pageOf(facets: string[], after: string | null): Promise<ListPage<Complaint>> {
  const request = { table: 'complaints' as const, facets, after, limit: PAGE }
  if (facets.length < 2) return listRecords(data.db, { ...request, scan: SCAN })
  const ids = await pageIds(data.db, { search: data.search, kind: 'complaint' }, request)
  if (!ids) throw new Error('the search does not answer for a list')
  return readPage(data.db, request, ids)
}
