import { useEffect, useState } from 'react'
import { useData } from '../../data'
import { type HitLine, namedFirst, readHits } from '../hits'

const SHOWN = 50

interface Found {
  query: string
  lines: HitLine[]
  total: number
}

/** What the search answers to `query`; an answer overtaken by more typing is thrown away. */
export function useSearch(query: string): Omit<Found, 'query'> & { searching: boolean } {
  const { db, search } = useData()
  const [found, setFound] = useState<Found>({ query: '', lines: [], total: 0 })
  const words = query.trim()
  useEffect(() => {
    if (words === '') return undefined
    let overtaken = false
    const ask = async () => {
      const answer = await search.search({ query: words, kinds: [], facets: [], limit: SHOWN })
      const lines = await readHits(db, answer.hits)
      if (!overtaken) setFound({ query: words, lines: namedFirst(lines, words), total: answer.total })
    }
    void ask()
    return () => {
      overtaken = true
    }
  }, [db, search, words])
  if (words === '') return { lines: [], total: 0, searching: false }
  return { lines: found.lines, total: found.total, searching: found.query !== words }
}
