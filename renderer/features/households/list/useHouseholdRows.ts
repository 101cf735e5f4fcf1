import { useCallback, useDeferredValue, useEffect, useState } from 'react'
import type { Unit } from '../../../../shared/domain/household/types'
import { findHouseholds, getRecords, listRecords, useData, useQuery } from '../../../data'

/** One line of the list: a unit, and the persons or plates through which it was found. */
export interface HouseholdRow {
  unit: Unit
  /** Names and plates that the search hit; somebody who has moved out is found too. */
  through: readonly string[]
}

export interface HouseholdRows {
  rows: readonly HouseholdRow[]
  loading: boolean
  hasMore: boolean
  loadMore: () => void
  /** How many were found, null while nothing is searched. */
  found: number | null
}

const FIRST_PAGE = 100
const FOUND_LIMIT = 200

// Each page doubles what is read, so that going through the whole list reads every unit about twice, not hundreds
// of times, and the list still follows every change.
function useListed(): Omit<HouseholdRows, 'found'> {
  const [limit, setLimit] = useState(FIRST_PAGE)
  const page = useQuery(
    async (db) => ({ limit, ...(await listRecords(db, { table: 'units', facets: [], after: null, limit })) }),
    [limit],
  )
  const [shown, setShown] = useState(page)
  if (page && page !== shown) setShown(page)
  const current = shown ?? page
  const hasMore = current !== undefined && current.next !== null
  const ready = current?.limit === limit
  const loadMore = useCallback(() => {
    if (ready && hasMore) setLimit((now) => now * 2)
  }, [ready, hasMore])
  const units = current?.rows.filter((unit) => !unit.voided) ?? []
  return {
    rows: units.map((unit) => ({ unit, through: [] })),
    loading: current === undefined,
    hasMore,
    loadMore,
  }
}

interface Hits {
  query: string
  through: Map<string, string[]>
}

function useFound(query: string): { rows: readonly HouseholdRow[]; loading: boolean } | null {
  const { db, search } = useData()
  const [hits, setHits] = useState<Hits | null>(null)
  useEffect(() => {
    if (!query) return undefined
    let overtaken = false
    // Why nothing could be read is said above the screen.
    const found = findHouseholds(db, search, query, FOUND_LIMIT).catch(() => [])
    void found.then((some) => {
      if (!overtaken) setHits({ query, through: groupHits(some) })
    })
    return () => {
      overtaken = true
    }
  }, [db, search, query])
  const ids = query && hits ? [...hits.through.keys()] : []
  const units = useQuery((database) => getRecords(database, 'units', ids), [ids.join(' ')])
  if (!query) return null
  const rows = (units ?? [])
    .filter((unit) => !unit.voided)
    .map((unit) => ({ unit, through: hits?.through.get(unit.id) ?? [] }))
  return { rows, loading: hits?.query !== query || units === undefined }
}

function groupHits(found: Awaited<ReturnType<typeof findHouseholds>>): Map<string, string[]> {
  const through = new Map<string, string[]>()
  for (const { unit, person, vehicle } of found) {
    const words = through.get(unit.id) ?? []
    if (person) words.push(person.name)
    if (vehicle) words.push(vehicle.plate)
    through.set(unit.id, words)
  }
  return through
}

/** The rows for what is searched, or all units by door number while nothing is. */
export function useHouseholdRows(query: string): HouseholdRows {
  const words = useDeferredValue(query).trim()
  const listed = useListed()
  const found = useFound(words)
  if (!found) return { ...listed, found: null }
  const loadMore = () => undefined
  return { ...found, hasMore: false, loadMore, found: found.loading ? null : found.rows.length }
}
