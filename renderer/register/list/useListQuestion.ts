import { useMemo } from 'react'
import { civilDayOf } from '../../../shared/util/civilTime'
import { countListed, type RecordTable, useQuery } from '../../data'
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

/**
 * How many records a question is about, followed live; null while it is counted. Not asked where everything is listed
 * anyway (`known`).
 */
export function useListCount<K extends RecordTable>(
  question: ReturnType<typeof questionOf<K>>,
  known: number | null,
): number | null {
  const ask = known === null ? JSON.stringify(question) : ''
  const counted = useQuery(
    async (db) => ({ ask, count: ask ? await countListed(db, JSON.parse(ask) as typeof question) : 0 }),
    [ask],
  )
  if (known !== null) return known
  return counted?.ask === ask ? counted.count : null
}
