import type { SpanStatistics } from '../../../shared/domain/month/statistics'
import type { ReportFacts } from '../../../shared/domain/monthReview/reportFacts'
import { shiftDay } from '../../../shared/util/civilTime'
import type { CivilDay, Instant } from '../../../shared/util/instant'
import { weekSpan } from '../../../shared/util/months'
import type { DeskDatabase } from '../core/database'
import { spanStatistics } from './monthStatistics'
import { openRowsOf, spanView } from './monthView'
import { reportFacts } from './reportFacts'

/** A week's figures beside those of the week before, and what is open at its end. */
export interface WeekFigures {
  now: SpanStatistics
  before: SpanStatistics
  facts: ReportFacts
}

/** The figures of the week, Monday to Sunday, that holds a day: from the same statistics as a month's. */
export async function weekFigures(db: DeskDatabase, day: CivilDay, now: Instant): Promise<WeekFigures> {
  const view = await spanView(db, weekSpan(day), null, now)
  const before = await spanView(db, weekSpan(shiftDay(day, -7)), null, now, openRowsOf(db, view))
  return { now: spanStatistics(view), before: spanStatistics(before), facts: reportFacts(view) }
}
