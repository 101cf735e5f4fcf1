import type { MonthFacts } from '../../../shared/domain/month/facts'
import type { CarryOver } from '../../../shared/domain/month/statistics'
import type { MonthRows, MonthTable, MonthView, ReviewView } from '../../../shared/domain/month/view'
import { gapReport } from '../../../shared/domain/numbering/gapReport'
import { DEFAULT_SETTINGS } from '../../../shared/domain/office/settings'
import type { Instant } from '../../../shared/util/instant'
import { type MonthId, monthOf, monthSpan, previousMonth, type Span } from '../../../shared/util/months'
import type { DeskDatabase } from '../core/database'
import { facetsOf, rowTraits } from '../core/rowTraits'
import { SETTINGS_ID } from '../core/tables'
import { countFacet } from './lists'
import { carryOver, flowIndex, liveRows, OpenRows } from './monthKeys'
import { numbersOf } from './monthNumbers'
import { keysIn } from './ranges'
import { goalsOf } from './visitIndex'

/** Registers whose records a review reads by when they were open. */
export const FLOWING = [
  'complaints',
  'lostItems',
  'lostReports',
  'incidents',
  'visits',
  'returnVisits',
  'corrections',
] as const satisfies MonthTable[]
export type FlowingTable = (typeof FLOWING)[number]

/** Whether a table is one of them. */
export function isFlowing(table: string): table is FlowingTable {
  return (FLOWING as readonly string[]).includes(table)
}

/** The month facts of a register, as its traits have them. */
export function factsOf<K extends FlowingTable>(table: K): MonthFacts<MonthRows[K]> {
  const facts = rowTraits[table]?.month
  if (!facts) throw new Error(`${table} has no month facts`)
  // A map of traits by table loses which table it was; the key says it.
  return facts as unknown as MonthFacts<MonthRows[K]>
}

type Rows = { [K in MonthTable]: MonthRows[K][] }

/**
 * Everything that the review of a month looks at (domain 12): by index, as whoever is signed in sees it. May be read
 * inside a command's transaction that names the tables of `MONTH_TABLES`.
 */
export async function monthView(
  db: DeskDatabase,
  span: Span,
  month: MonthId | null,
  now: Instant,
): Promise<ReviewView> {
  const view = await spanView(db, span, month, now)
  const numbers = await numbersOf(db, Number(monthOf(span.from).slice(0, 4)))
  const review = { ...view, gaps: gapReport(numbers.rows, numbers.counters) }
  openOf.set(review, openRowsOf(db, view))
  return review
}

/** The open matters that a view was made of, for views of earlier spans beside it. */
const openOf = new WeakMap<MonthView, OpenRows>()

/** What was read of the open matters for a view: enough for every span that ends no later. */
export function openRowsOf(db: DeskDatabase, view: MonthView): OpenRows {
  return openOf.get(view) ?? new OpenRows(db, view.span.until)
}

/**
 * The same for whoever asks for figures or records only: the numbers of a year are as many as all else together. `open`:
 * what a view of a later span has read already.
 */
export async function spanView(
  db: DeskDatabase,
  span: Span,
  month: MonthId | null,
  now: Instant,
  open = new OpenRows(db, span.until),
): Promise<MonthView> {
  const [rows, carried, settings] = await Promise.all([
    readRows(db, span, month, open),
    carryOvers(db, span, month),
    db.of('settings').get(SETTINGS_ID),
  ])
  const occupied = await occupiedAt(db, rows, month, now)
  const buildings = await buildingsOf(db, rows)
  const view: MonthView = {
    span,
    month,
    now,
    rules: settings ?? DEFAULT_SETTINGS,
    rowsOf: (table) => rows[table],
    carryOverOf: (table) => carried.get(table) ?? null,
    occupied,
    goals:
      month === null ? null : await goalsOf((range) => keysIn(db, 'visits', range), month, occupied ?? 0),
    buildingOf: (unitId) => (unitId === null ? '' : (buildings.get(unitId) ?? '')),
  }
  openOf.set(view, open)
  return view
}

/** Tables that a command needs to read a `monthView` inside its transaction. */
export const MONTH_TABLES = [
  ...FLOWING,
  'shelfCounts',
  'visitMonths',
  'returnRounds',
  'monthSeals',
  'units',
] as const

async function readRows(db: DeskDatabase, span: Span, month: MonthId | null, open: OpenRows): Promise<Rows> {
  const live = <K extends FlowingTable>(table: K): Promise<MonthRows[K][]> =>
    liveRows(db, table, factsOf(table), span, open) as Promise<MonthRows[K][]>
  const [complaints, lostItems, lostReports, incidents, visits, returnVisits, corrections] =
    await Promise.all([
      live('complaints'),
      live('lostItems'),
      live('lostReports'),
      live('incidents'),
      live('visits'),
      live('returnVisits'),
      live('corrections'),
    ])
  const [shelfCounts, visitMonth, returnRounds] = await Promise.all([
    db.of('shelfCounts').where('startedAt').between(span.from, span.until, true, false).toArray(),
    month === null ? undefined : db.of('visitMonths').get(month),
    db.of('returnRounds').toArray(),
  ])
  return {
    complaints,
    lostItems,
    lostReports,
    incidents,
    visits,
    returnVisits,
    corrections,
    shelfCounts,
    visitMonths: visitMonth ? [visitMonth] : [],
    returnRounds,
  }
}

async function carryOvers(
  db: DeskDatabase,
  span: Span,
  month: MonthId | null,
): Promise<Map<MonthTable, CarryOver>> {
  const seal = month === null ? undefined : await db.of('monthSeals').get(previousMonth(month))
  const figures = await Promise.all(
    FLOWING.map(async (table): Promise<[MonthTable, CarryOver]> => {
      const index = await flowIndex(db, table, span)
      const signed = seal?.statistics.now.registers.find((register) => register.table === table)
      return [table, carryOver(index, span, signed?.carryOver?.carriedOut ?? null)]
    }),
  )
  return new Map(figures)
}

/** The month-end's snapshot; of the running month, and of a week, which has none, the present count; else nobody knows any more. */
async function occupiedAt(
  db: DeskDatabase,
  { visitMonths }: Rows,
  month: MonthId | null,
  now: Instant,
): Promise<number | null> {
  const snapshot = visitMonths[0]?.snapshot
  if (snapshot) return snapshot.occupied
  if (month !== null && now >= monthSpan(month).until) return null
  return countFacet(db, 'units', 'occupied')
}

/** 楼栋 of every unit that the rows name. */
async function buildingsOf(db: DeskDatabase, rows: Rows): Promise<Map<string, string>> {
  const named = FLOWING.flatMap((table) =>
    rows[table].flatMap((row) => facetsOf(table, row as unknown as Record<string, unknown>)),
  )
  const ids = [...new Set(named.filter((facet) => facet.startsWith('#unit:')))].map((facet) => facet.slice(6))
  const units = await db.of('units').bulkGet(ids)
  return new Map(units.flatMap((unit) => (unit ? [[unit.id, unit.building] as const] : [])))
}
