import { useCallback, useEffect, useState } from 'react'
import type { LostItem } from '../../../../shared/domain/lostItem/types'
import type { Match } from '../../../../shared/domain/lostReport/match'
import type { LostReport } from '../../../../shared/domain/lostReport/types'
import { canonicalJson } from '../../../../shared/util/canonicalJson'
import { findItemsFor, findReportsFor, useData } from '../../../data'

/** How long nothing must have been typed, ms. */
const PAUSE_MS = 400

/** A record that may be the same thing, seen from the other register. */
export type MatchOf<R> = Match & { record: R }

type Given<R extends { intake: unknown }> = Pick<R, 'intake'> | null

/** Lost reports that a found item may answer, likeliest first; null asks for nothing. */
export function useReportsFor(item: Given<LostItem>): readonly MatchOf<LostReport>[] {
  const { db, search } = useData()
  const find = useCallback(
    (asked: Pick<LostItem, 'intake'>) => findReportsFor(db, search, asked),
    [db, search],
  )
  return useFound(item, find)
}

/** Found items that may be what was reported, likeliest first. */
export function useItemsFor(report: Given<LostReport>): readonly MatchOf<LostItem>[] {
  const { db, search } = useData()
  const find = useCallback(
    (asked: Pick<LostReport, 'intake'>) => findItemsFor(db, search, asked),
    [db, search],
  )
  return useFound(report, find)
}

/** What was found stays in sight until the next answer, so that nothing jumps while somebody types. */
function useFound<G, F>(given: G | null, find: (asked: G) => Promise<F[]>): readonly F[] {
  const [found, setFound] = useState<readonly F[]>([])
  const asked = given ? canonicalJson(given) : ''
  useEffect(() => {
    let overtaken = false
    const ask = async (): Promise<void> => {
      const answer = asked === '' ? [] : await find(JSON.parse(asked) as G)
      if (!overtaken) setFound(answer)
    }
    const timer = setTimeout(() => void ask(), PAUSE_MS)
    return () => {
      overtaken = true
      clearTimeout(timer)
    }
  }, [asked, find])
  return found
}
