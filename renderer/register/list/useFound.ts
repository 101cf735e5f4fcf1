import { useCallback, useEffect, useState } from 'react'
import {
  getRecords,
  type ListFilter,
  type RecordTable,
  type RecordTables,
  useData,
  useQuery,
} from '../../data'

const FIRST = 200

/** Hits for words: records in their order, and how many there are in all. Null while nothing is searched. */
export interface Found<K extends RecordTable> {
  rows: readonly RecordTables[K][]
  total: number
  loading: boolean
  hasMore: boolean
  loadMore: () => void
}

interface Hits {
  /** What was asked for, and when in the life of the register. */
  asked: string
  pulse: string
  /** At most so many. */
  limit: number
  ids: string[]
  total: number
}

interface FoundQuestion<K extends RecordTable> {
  filter: ListFilter & { table: K }
  kind: string
  words: string
  /** Changes whenever the register did, so that the search is made again. */
  pulse: string
}

/** Records that a filter holds and whose text holds all `words`. */
export function useFound<K extends RecordTable>(question: FoundQuestion<K>): Found<K> | null {
  const { filter, kind, pulse } = question
  const { search } = useData()
  const [hits, setHits] = useState<Hits | null>(null)
  const [more, setMore] = useState({ asked: '', limit: FIRST })
  const words = question.words.trim()
  const asked = JSON.stringify([words, filter, kind])
  const limit = more.asked === asked ? more.limit : FIRST
  useEffect(() => {
    const [query, { facets, before, range }, ofKind] = JSON.parse(asked) as [string, ListFilter, string]
    if (!query) return undefined
    let overtaken = false
    void search
      .search({ query, kinds: [ofKind], facets, before, range, limit })
      .then(({ hits: found, total }) => {
        if (!overtaken) setHits({ asked, pulse, limit, total, ids: found.map(({ id }) => id) })
      })
    return () => {
      overtaken = true
    }
  }, [search, asked, limit, pulse])
  const ids = words && hits ? hits.ids : []
  const key = ids.join(' ')
  const read = useQuery(
    async (db) => ({ key, rows: await getRecords(db, filter.table, key ? key.split(' ') : []) }),
    [filter.table, key],
  )
  // Until the new ones are read, the rows before must not be taken for them.
  const loading = hits?.asked !== asked || read?.key !== key
  // What was asked for last is still on its way: the list asks again with each row that is drawn.
  const underWay = loading || hits.limit !== limit
  const loadMore = useCallback(() => {
    if (!underWay) setMore({ asked, limit: limit * 2 })
  }, [asked, limit, underWay])
  if (!words) return null
  const total = hits?.total ?? 0
  return { rows: read?.rows ?? [], total, loading, hasMore: !loading && ids.length < total, loadMore }
}
