import { useEffect, useMemo, useState } from 'react'
import { type PlanFacts, type PlanLine, planLines } from '../../../../shared/domain/month/servicePlan'
import type { PlanTick } from '../../../../shared/domain/monthReview/types'
import { instantFromMs } from '../../../../shared/util/civilTime'
import type { MonthId } from '../../../../shared/util/months'
import { planBooks, planDeeds, useData, useQuery, yearTo } from '../../../data'
import { useNow } from '../../../ui'

/** What has to be read through: the chain of the year. */
interface Counted {
  month: MonthId
  deeds: Pick<PlanFacts['deeds'], 'weeklySummary' | 'households'>
}

/** The plan of a month with what was noted in it; null until its cheap part is read. */
export function usePlan(month: MonthId): { lines: PlanLine[]; ticks: PlanTick[] } | null {
  const now = instantFromMs(useNow())
  const books = useQuery((db) => planBooks(db, month), [month])
  const counted = useCounted(month)
  return useMemo(() => {
    if (!books) return null
    const facts: PlanFacts = {
      shares: books.shares,
      deeds: { ...books.deeds, ...(counted?.deeds ?? { weeklySummary: null, households: null }) },
      since: books.since,
      now,
    }
    const ticks = books.ticks.filter((one) => one.month === month).map(({ tick }) => tick)
    return { lines: planLines(books.plan, facts, month), ticks }
  }, [books, counted, month, now])
}

/** Counted once as the plan is opened: nothing here changes while it is looked at. */
function useCounted(month: MonthId): Counted | null {
  const { db } = useData()
  const [counted, setCounted] = useState<Counted | null>(null)
  useEffect(() => {
    let left = false
    const count = async () => {
      const deeds = await planDeeds(db, yearTo(month))
      if (!left) setCounted({ month, deeds })
    }
    void count()
    return () => {
      left = true
    }
  }, [db, month])
  return counted?.month === month ? counted : null
}
