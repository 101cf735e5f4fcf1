import { useEffect, useState } from 'react'
import { civilDayOf } from '../../../shared/util/civilTime'
import { loadPinyin } from '../../../shared/util/pinyin'
import { commandsSoFar, findByNumber, type SearchAnswer, useData, useQuery } from '../../data'
import type { DeskDatabase } from '../../data/core/database'
import { periodRange } from '../../register/list/periods'
import { type HitLine, readHits } from '../hits'
import { countsByGroup, groupHits, type HitGroup, SEARCH_GROUPS, type SearchGroup } from '../searchGroups'

/** What a search is narrowed by; '' narrows nothing. */
export interface SearchFilters {
  group: SearchGroup | ''
  state: 'open' | 'ended' | ''
  /** As a list's filter keeps it: `thisMonth`, `<day>..<day>`. */
  period: string
}

export const NO_FILTERS: SearchFilters = { group: '', state: '', period: '' }

/** Lines of each kind while all are shown, and where one group was chosen. */
const SHOWN = { all: 5, one: 50 }

interface Found {
  /** What was asked for, and after how many commands. */
  asked: string
  pulse: number | undefined
  groups: HitGroup[]
  answer: SearchAnswer | null
}

const NOTHING: Found = { asked: '', pulse: 0, groups: [], answer: null }

/**
 * What the search answers to `query`, made again after every command of any window and of replication; an answer
 * overtaken by more typing is thrown away.
 */
export function useSearch(query: string, filters: SearchFilters) {
  const { db, search, ports } = useData()
  const [found, setFound] = useState<Found>(NOTHING)
  const pulse = useQuery((base) => commandsSoFar(base), [])
  useEffect(() => {
    // For the marks of what was found by pinyin; without it they are missing, and nothing else.
    loadPinyin().catch(() => undefined)
  }, [])
  const words = query.trim()
  const asked = JSON.stringify({ typed: words, ...filters })
  useEffect(() => {
    const { typed, group, state, period } = JSON.parse(asked) as SearchFilters & { typed: string }
    if (typed === '') return undefined
    let overtaken = false
    const ask = async () => {
      const days = periodRange(period, civilDayOf(ports.now()))
      const answer = await search.search({
        query: typed,
        kinds: group ? [...SEARCH_GROUPS[group]] : [],
        facets: state ? [state] : [],
        period: days ?? undefined,
        ranked: true,
        limit: group ? SHOWN.one : SHOWN.all,
      })
      const [lines, named] = await Promise.all([
        readHits(db, answer.hits),
        state || days ? [] : numbered(db, typed, group, ports.now()),
      ])
      if (!overtaken) setFound({ asked, pulse, answer, groups: groupHits(lines, named, answer, typed) })
    }
    // A row among the hits that cannot be read: nobody waits for ever.
    const failed = () => {
      const answer: SearchAnswer = { hits: [], total: 0, broken: true }
      if (!overtaken) setFound({ asked, pulse, answer, groups: [] })
    }
    ask().catch(failed)
    return () => {
      overtaken = true
    }
  }, [db, search, ports, asked, pulse])
  if (words === '') return { ...NOTHING, counts: countsByGroup(null), total: 0, searching: false }
  const { groups, answer } = found
  const total = groups.reduce((sum, one) => sum + one.total, 0)
  return { groups, answer, counts: countsByGroup(answer), total, searching: found.asked !== asked }
}

const NUMBERED = [
  ['complaint', 'complaints'],
  ['lostItem', 'lostItems'],
  ['lostReport', 'lostReports'],
  ['incident', 'incidents'],
  ['visit', 'visits'],
  ['returnVisit', 'returnVisits'],
  ['correction', 'corrections'],
] as const

/** The records that a typed number means, in short too: `12`, `ts12`. */
async function numbered(
  db: DeskDatabase,
  typed: string,
  group: SearchFilters['group'],
  now: string,
): Promise<HitLine[]> {
  const wanted = NUMBERED.filter(([kind]) => group === '' || group === kind)
  const found = await Promise.all(
    wanted.map(async ([kind, table]) => {
      const rows = await findByNumber(db, table, kind, typed, now)
      return rows.slice(0, 1).map(({ id }) => ({ id, kind, parentId: '' }))
    }),
  )
  return readHits(db, found.flat())
}
