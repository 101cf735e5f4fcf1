import { isReportClosed } from '../../../shared/domain/incident'
import { type PlanFacts, wholeShare } from '../../../shared/domain/month/servicePlan'
import type { ServicePlan } from '../../../shared/domain/month/plan'
import type { PlanTick } from '../../../shared/domain/monthReview/types'
import { DEFAULT_SETTINGS } from '../../../shared/domain/office/settings'
import { progressOf, spanOfRound } from '../../../shared/domain/returnVisit'
import type { Goal } from '../../../shared/domain/visit'
import { civilDayOf } from '../../../shared/util/civilTime'
import type { CivilDay, Instant } from '../../../shared/util/instant'
import {
  firstDayOf,
  type MonthId,
  monthSpan,
  nextMonth,
  type Span,
  weekSpan,
} from '../../../shared/util/months'
import type { DeskDatabase } from '../core/database'
import { monthCounter } from '../core/monthOrders'
import { type PaperCount, paperCounter } from '../core/monthPapers'
import { type RecordTable, SETTINGS_ID } from '../core/tables'
import { auditWithin } from './auditByTime'
import { monthRange, rowsIn } from './monthKeys'
import { visitGoals } from './visits'

/** What the index and a few rows say of the plan: live. */
export interface PlanBooks {
  plan: ServicePlan
  since: CivilDay
  shares: PlanFacts['shares']
  deeds: Pick<PlanFacts['deeds'], 'monthlySummary' | 'quarterlyRound' | 'training' | 'assessment'>
  /** Notes of the year, by the month in whose review they stand. */
  ticks: { month: MonthId; tick: PlanTick }[]
}

/** The first month of a month's year. */
function yearOf(month: MonthId): MonthId {
  return `${month.slice(0, 4)}-01`
}

/** The year of a month, up to the end of that month. */
export function yearTo(month: MonthId): Span {
  return { from: monthSpan(yearOf(month)).from, until: monthSpan(month).until }
}

/** Settings, goals, incidents, signed months, rounds and notes of the year of a month. */
export async function planBooks(db: DeskDatabase, month: MonthId): Promise<PlanBooks> {
  const [settings, office, goals, reviews, rounds] = await Promise.all([
    db.of('settings').get(SETTINGS_ID),
    db.of('office').toCollection().first(),
    visitGoals(db, month),
    db.of('monthReviews').bulkGet(monthsTo(month)),
    db.of('returnRounds').toArray(),
  ])
  const known = reviews.flatMap((review) => review ?? [])
  const ticks = known.flatMap(({ id, ticks: of }) => of.map((tick) => ({ month: id, tick })))
  const daysOf = (duty: string) =>
    ticks.filter(({ tick }) => tick.duty === duty).map(({ tick }) => tick.doneOn)
  return {
    plan: settings?.servicePlan ?? DEFAULT_SETTINGS.servicePlan,
    since: office ? civilDayOf(office.createdAt) : firstDayOf(month),
    shares: {
      visits: { month: goals.month, year: goals.year },
      incidents: {
        month: await incidentsIn(db, month, month),
        year: await incidentsIn(db, yearOf(month), month),
      },
      archive: {
        month: await archiveOf(db, month, month),
        year: await archiveOf(db, yearOf(month), month),
      },
    },
    deeds: {
      monthlySummary: known.filter(({ state }) => state === 'approved').map(({ id }) => firstDayOf(id)),
      quarterlyRound: rounds.filter(isFinished).map(({ id }) => civilDayOf(spanOfRound(id).from)),
      training: daysOf('training'),
      assessment: daysOf('assessment'),
    },
    ticks,
  }
}

function monthsTo(month: MonthId): MonthId[] {
  const months: MonthId[] = []
  for (let one = yearOf(month); one <= month; one = nextMonth(one)) months.push(one)
  return months
}

/** Every household on the list was called, or is not called for a reason. */
function isFinished(round: Parameters<typeof progressOf>[0]): boolean {
  const { called, of } = progressOf(round)
  return of > 0 && called === of
}

/** 突发事件处理率: of those registered in some months the ones whose report is closed, as the statistics count it. */
async function incidentsIn(db: DeskDatabase, first: MonthId, last: MonthId): Promise<Goal> {
  const [all, open] = await Promise.all([
    countMonths(db, 'incidents', (month) => monthCounter('new', month), [first, last]),
    rowsIn(db, 'incidents', monthRange('live', monthSpan(first).from, monthSpan(last).until)),
  ])
  const unhandled = open.filter((incident) => !isReportClosed(incident)).length
  return wholeShare(all - unhandled, all)
}

/** What the counters of some months hold together, the first and the last of them included. */
async function countMonths(
  db: DeskDatabase,
  table: RecordTable,
  nameOf: (month: MonthId) => string,
  [first, last]: readonly [MonthId, MonthId],
): Promise<number> {
  const idOf = (month: MonthId) => `${table}|${nameOf(month)}`
  const counters = await db.of('counters').where('id').between(idOf(first), idOf(last), true, true).toArray()
  return counters.reduce((sum, { count }) => sum + count, 0)
}

/** Commands that bring 业主资料 up to date. */
const HOUSEHOLD_COMMANDS: ReadonlySet<string> = new Set([
  'household.saveUnit',
  'household.savePerson',
  'household.endResidence',
  'household.saveVehicle',
  'household.import',
  'household.void',
])

/** A printed list of a month, and the name of the weekly sheet in what the entry says of it. */
const PRINT_LIST = 'monthReview.printList'
const WEEKLY_SHEET = 'weeklySheet '

/** What only the chain knows of a span: when 业主资料 were changed, and which weeks' sheets were printed. */
export async function planDeeds(
  db: DeskDatabase,
  span: Span,
): Promise<Pick<PlanFacts['deeds'], 'weeklySummary' | 'households'>> {
  const [changed, printed] = [new Set<CivilDay>(), new Set<CivilDay>()]
  for await (const entries of auditWithin(db, span)) {
    for (const { at, command } of entries) if (HOUSEHOLD_COMMANDS.has(command)) changed.add(civilDayOf(at))
    const lists = entries.filter(({ command }) => command === PRINT_LIST)
    const details = await db.of('auditDetails').bulkGet(lists.map(({ opId }) => opId))
    lists.forEach(({ at }, index) => {
      const reason = details[index]?.reason ?? ''
      if (reason.startsWith(WEEKLY_SHEET)) printed.add(mondayOf(reason, at))
    })
  }
  return { weeklySummary: [...printed], households: [...changed] }
}

/** The Monday of the week that a sheet names; of the one in which it was printed where it names none. */
function mondayOf(reason: string, at: Instant): CivilDay {
  const day = /\d{4}-\d{2}-\d{2}/.exec(reason)?.[0] ?? civilDayOf(at)
  return civilDayOf(weekSpan(day).from)
}

/** Registers whose forms are signed. */
const SIGNED_TABLES = [
  'complaints',
  'lostItems',
  'incidents',
  'visits',
  'returnVisits',
  'corrections',
] as const

/** 档案完整率: of the printed forms that are to be signed those that are signed (or refused) and filed. */
async function archiveOf(db: DeskDatabase, first: MonthId, last: MonthId): Promise<Goal> {
  const countsOf = async (count: PaperCount) => {
    const nameOf = (month: MonthId) => paperCounter(count, month)
    const counts = SIGNED_TABLES.map((table) => countMonths(db, table, nameOf, [first, last]))
    return (await Promise.all(counts)).reduce((sum, one) => sum + one, 0)
  }
  return wholeShare(await countsOf('complete'), await countsOf('papers'))
}
