import { useEffect, useMemo, useState } from 'react'
import { civilDayOf } from '../../../shared/util/civilTime'
import { countListed, isCounted, type ListFilter, type RecordTable, useData, useQuery } from '../../data'
import { useNow } from '../../ui'
import type { FilterValues, ListDefinition } from './definition'
import { questionOf } from './filterQuery'

const MINUTE_MS = 60_000

/** The present, by the minute: what is late is asked again no more often than that. */
export function useMinute(): string {
  const now = useNow()
  return new Date(Math.floor(now / MINUTE_MS) * MINUTE_MS).toISOString()
}

/** What a list asks the data for now; the same object as long as it is the same question. */
export function useListQuestion<K extends RecordTable>(
  list: ListDefinition<K>,
  values: FilterValues,
  minute: string,
) {
  const asked = JSON.stringify(questionOf(list, values, minute, civilDayOf(minute)))
  return useMemo(() => JSON.parse(asked) as ReturnType<typeof questionOf<K>>, [asked])
}

/** Where the records of a list are kept for searching, and how often the books were written. */
export interface Searched {
  kind: string
  pulse: string
}

/**
 * How many records a question is about, followed live; null while it is counted. Not asked where everything is listed
 * anyway (`known`). What no counter says is counted in the search's worker: the index would be read along whole sets,
 * which grow with the years.
 */
export function useListCount<K extends RecordTable>(
  question: ReturnType<typeof questionOf<K>>,
  known: number | null,
  searched: Searched,
): number | null {
  const ask = known === null ? JSON.stringify(question) : ''
  const found = useCountFound(isCounted(question) ? '' : ask, searched)
  const byIndex = isCounted(question) || found === 'broken' ? ask : ''
  const counted = useQuery(
    async (db) => ({
      ask: byIndex,
      count: byIndex ? await countListed(db, JSON.parse(byIndex) as typeof question) : 0,
    }),
    [byIndex],
  )
  if (known !== null) return known
  if (typeof found === 'number') return found
  return byIndex !== '' && counted?.ask === byIndex ? counted.count : null
}

interface CountFound {
  ask: string
  pulse: string
  count: number | 'broken'
}

/** The same by the search; null while it is counted, or where nothing is asked. */
function useCountFound(ask: string, { kind, pulse }: Searched): number | 'broken' | null {
  const { search } = useData()
  const [found, setFound] = useState<CountFound | null>(null)
  useEffect(() => {
    if (ask === '') return undefined
    let overtaken = false
    const { facets, before, range } = JSON.parse(ask) as ListFilter
    void search
      .search({ query: '', kinds: [kind], facets, before, range, limit: 0 })
      .then(({ total, broken }) => {
        if (!overtaken) setFound({ ask, pulse, count: broken ? 'broken' : total })
      })
    return () => {
      overtaken = true
    }
  }, [search, ask, kind, pulse])
  // A count of the moment before stands until the next is there, as a followed query does.
  return found?.ask === ask && ask !== '' ? found.count : null
}
