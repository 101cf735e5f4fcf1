import { useEffect, useState } from 'react'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import { getRecords, useData, useQuery } from '../../../data'

const LIMIT = 200

/** Hits for words: complaints in their order, and how many there are in all. Null while nothing is searched. */
export interface Found {
  rows: readonly Complaint[]
  total: number
  loading: boolean
}

interface Hits {
  ids: string[]
  total: number
}

/**
 * Complaints whose text holds all words of `query` and that are in all `facets`.
 * @param pulse changes whenever the register did, so that the search is made again.
 */
export function useFoundComplaints(query: string, facets: readonly string[], pulse: string): Found | null {
  const { search } = useData()
  const [hits, setHits] = useState<(Hits & { query: string; pulse: string }) | null>(null)
  const words = query.trim()
  const wanted = facets.join(' ')
  useEffect(() => {
    if (!words) return undefined
    let overtaken = false
    const request = {
      query: words,
      kinds: ['complaint'],
      facets: wanted ? wanted.split(' ') : [],
      limit: LIMIT,
    }
    void search.search(request).then(({ hits: found, total }) => {
      if (!overtaken) setHits({ query: words, pulse, ids: found.map((hit) => hit.id), total })
    })
    return () => {
      overtaken = true
    }
  }, [search, words, wanted, pulse])
  const ids = words && hits ? hits.ids : []
  const rows = useQuery((db) => getRecords(db, 'complaints', ids), [ids.join(' ')])
  if (!words) return null
  return { rows: rows ?? [], total: hits?.total ?? 0, loading: hits?.query !== words || !rows }
}
