import { useEffect, useMemo, useState } from 'react'
import { type PlanFacts, type PlanLine, planLines } from '../../../../shared/domain/month/servicePlan'
import type { PlanTick } from '../../../../shared/domain/monthReview/types'
import type { Goal } from '../../../../shared/domain/visit'
import { instantFromMs } from '../../../../shared/util/civilTime'
import type { MonthId } from '../../../../shared/util/months'
import { archiveShare, archiveWithin, planBooks, planDeeds, useData, useQuery, yearTo } from '../../../data'
import { useNow } from '../../../ui'
import { useMonth } from '../shell/month'

/** What has to be read through: every record of the year, and the chain. */
interface Counted {
  month: MonthId
  deeds: Pick<PlanFacts['deeds'], 'weeklySummary' | 'households'>
  archive: Goal | null
}

/** The plan of a month with what was noted in it; null until its cheap part is read. */
export function usePlan(month: MonthId): { lines: PlanLine[]; ticks: PlanTick[] } | null {
  const { view } = useMonth()
  const now = instantFromMs(useNow())
  const books = useQuery((db) => planBooks(db, month), [month])
  const counted = useCounted(month)
  return useMemo(() => {
    if (!books) return null
    const archive = { month: view && archiveShare(view), year: counted?.archive ?? null }
    const facts: PlanFacts = {
      shares: { ...books.shares, archive },
      deeds: { ...books.deeds, ...(counted?.deeds ?? { weeklySummary: null, households: null }) },
      since: books.since,
      now,
    }
    const ticks = books.ticks.filter((one) => one.month === month).map(({ tick }) => tick)
    return { lines: planLines(books.plan, facts, month), ticks }
  }, [books, counted, view, month, now])
}

/** Counted once as the plan is opened, the month before its year: nothing here changes while it is looked at. */
function useCounted(month: MonthId): Counted | null {
  const { db } = useData()
  const [counted, setCounted] = useState<Counted | null>(null)
  useEffect(() => {
    let left = false
    const count = async () => {
      const deeds = await planDeeds(db, yearTo(month))
      if (!left) setCounted({ month, deeds, archive: null })
      const archive = await archiveWithin(db, yearTo(month))
      if (!left) setCounted({ month, deeds, archive })
    }
    void count()
    return () => {
      left = true
    }
  }, [db, month])
  return counted?.month === month ? counted : null
}
