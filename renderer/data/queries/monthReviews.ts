import type { ReviewView } from '../../../shared/domain/month/view'
import type { MonthReview, MonthReviewState, MonthSeal } from '../../../shared/domain/monthReview/types'
import type { Instant } from '../../../shared/util/instant'
import { type MonthId, monthOf, monthSpan, nextMonth, previousMonth } from '../../../shared/util/months'
import type { DeskDatabase } from '../core/database'
import { monthView } from './monthView'
import { getRecord } from './records'

/** The review of a month and what was signed; null each where there is none. */
export interface KeptMonth {
  month: MonthId
  record: MonthReview | null
  seal: MonthSeal | null
}

/** The review of a month with its seal. */
export async function monthReviewOf(db: DeskDatabase, month: MonthId): Promise<KeptMonth> {
  const [record, seal] = await Promise.all([
    getRecord(db, 'monthReviews', month),
    getRecord(db, 'monthSeals', month),
  ])
  return { month, record, seal }
}

/** Everything that the review of a month looks at (domain 12), as whoever is signed in sees it. */
export function monthViewOf(db: DeskDatabase, month: MonthId, now: Instant): Promise<ReviewView> {
  return monthView(db, monthSpan(month), month, now)
}

/** One line of the list of months; `state` is null where nobody has looked at it yet. */
export interface MonthEntry {
  month: MonthId
  state: MonthReviewState | null
}

/** Every month since the office began or was first reviewed, the newest first. */
export async function monthEntries(db: DeskDatabase, now: Instant): Promise<MonthEntry[]> {
  const [office, reviews] = await Promise.all([
    db.of('office').toCollection().first(),
    db.of('monthReviews').toArray(),
  ])
  const states = new Map(reviews.map(({ id, state }) => [id, state]))
  const present = monthOf(now)
  const began = office ? monthOf(office.createdAt) : present
  const first = [began, ...states.keys()].toSorted()[0] ?? present
  const entries: MonthEntry[] = []
  for (let month = first; month <= present; month = nextMonth(month)) {
    entries.push({ month, state: states.get(month) ?? null })
  }
  return entries.reverse()
}

/**
 * Whether the review of a month begins by itself when somebody looks at it: of the running month and the one before, if
 * the office had begun. Older ones are begun by hand, or looking back would leave overdue reviews behind.
 */
export async function opensByItself(db: DeskDatabase, month: MonthId, now: Instant): Promise<boolean> {
  const running = monthOf(now)
  const office = await db.of('office').toCollection().first()
  const began = office ? monthOf(office.createdAt) : running
  return month >= began && month >= previousMonth(running) && month <= running
}

/**
 * The month that somebody comes for: the newest that is over and waits for a signature, else the running one. What nobody
 * began to review long ago waits for nobody; the month before does, once the office had begun.
 */
export async function monthToReview(db: DeskDatabase, now: Instant): Promise<MonthId> {
  const running = monthOf(now)
  const before = previousMonth(running)
  const waiting = (await monthEntries(db, now)).find(
    ({ month, state }) => month < running && (state === null ? month === before : state !== 'approved'),
  )
  return waiting?.month ?? running
}
