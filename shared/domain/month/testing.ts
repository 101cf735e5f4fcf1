import type { Instant } from '../../util/instant'
import { type MonthId, monthSpan, type Span } from '../../util/months'
import { complaintMonthFacts } from '../complaint/monthFacts'
import { correctionMonthFacts } from '../correction/monthFacts'
import { incidentMonthFacts } from '../incident/monthFacts'
import { lostItemMonthFacts } from '../lostItem/monthFacts'
import { lostReportMonthFacts } from '../lostReport/monthFacts'
import { gapReport } from '../numbering/gapReport'
import { DEFAULT_SETTINGS } from '../office/settings'
import { returnVisitMonthFacts } from '../returnVisit/monthFacts'
import { visitMonthFacts } from '../visit/monthFacts'
import type { MonthFacts } from './facts'
import type { CarryOver, Figure, RegisterFigures } from './statistics'
import type { MonthRows, MonthTable, ReviewView } from './view'

/** For the tests of figures and checks; the product never imports this file. */

/** All books of an office, as far as a test needs them. */
export type Books = { [K in MonthTable]?: readonly MonthRows[K][] }

interface ViewParts extends Partial<Omit<ReviewView, 'rowsOf' | 'carryOverOf' | 'buildingOf'>> {
  /** Unit id → 楼栋 */
  buildings?: Record<string, string>
}

/**
 * The view of a month over whole books: rows that were open in the span are picked and carry-over is counted here, in
 * plain loops and apart from the index. `now` is the end of the month unless it is said.
 */
export function monthViewOf(month: MonthId, books: Books, parts: ViewParts = {}): ReviewView {
  const { buildings = {}, span = monthSpan(month), ...given } = parts
  return {
    month,
    now: span.until,
    rules: DEFAULT_SETTINGS,
    occupied: null,
    goals: null,
    gaps: gapReport([]),
    ...given,
    span,
    rowsOf: (table) => liveOf(table, books, span),
    carryOverOf: (table) => carryOverIn(table, books, span),
    buildingOf: (unitId) => (unitId === null ? '' : (buildings[unitId] ?? '')),
  }
}

/** A figure by its key; a key that nobody gives fails the test. */
export function figureOf({ figures }: RegisterFigures, key: string): Figure {
  const found = figures.find((figure) => figure.key === key)
  if (!found) throw new Error(`no figure ${key}`)
  return found
}

/** A distribution as plain numbers by slice, those of zero left out. */
export function spreadOf({ spreads }: RegisterFigures, key: string): Record<string, number> {
  const found = spreads.find((spread) => spread.key === key)
  if (!found) throw new Error(`no spread ${key}`)
  return Object.fromEntries(
    found.slices.filter(({ value }) => value > 0).map((slice) => [slice.key, slice.value]),
  )
}

type Facts = { [K in MonthTable]?: MonthFacts<MonthRows[K]> }

const FACTS: Facts = {
  complaints: complaintMonthFacts,
  incidents: incidentMonthFacts,
  lostItems: lostItemMonthFacts,
  lostReports: lostReportMonthFacts,
  visits: visitMonthFacts,
  returnVisits: returnVisitMonthFacts,
  corrections: correctionMonthFacts,
}

function liveOf<K extends MonthTable>(table: K, books: Books, span: Span): readonly MonthRows[K][] {
  const rows: readonly MonthRows[K][] = books[table] ?? []
  const facts: MonthFacts<MonthRows[K]> | undefined = FACTS[table]
  if (!facts) return rows
  return rows.filter((row) => {
    const [begun, ended] = [facts.begunAt(row), facts.endedAt(row)]
    if (begun === null) return ended === null || (ended >= span.from && ended < span.until)
    return begun < span.until && (ended === null || ended >= span.from)
  })
}

function carryOverIn<K extends MonthTable>(table: K, books: Books, span: Span): CarryOver | null {
  const rows: readonly MonthRows[K][] = books[table] ?? []
  const facts: MonthFacts<MonthRows[K]> | undefined = FACTS[table]
  return facts ? countedFlow(facts, rows, span) : null
}

/** The arithmetic of domain 12, row by row. */
export function countedFlow<R>(facts: MonthFacts<R>, rows: readonly R[], { from, until }: Span): CarryOver {
  let [carriedIn, added, completed, withdrawn] = [0, 0, 0, 0]
  for (const row of rows) {
    const [begun, ended] = [facts.begunAt(row), facts.endedAt(row)]
    if (begun === null) continue
    const isWithdrawn = facts.isWithdrawn?.(row) === true
    const sequel = facts.isSequel?.(row) === true
    const vanished = !sequel && isWithdrawn && ended !== null && sameMonth(begun, ended)
    if (vanished) continue
    if (!sequel && begun < from) carriedIn += 1
    if (!sequel && begun >= from && begun < until) added += 1
    if (ended === null || ended >= until || facts.hasSequel?.(row)) continue
    if (ended < from) carriedIn -= 1
    else if (isWithdrawn) withdrawn += 1
    else completed += 1
  }
  const due = carriedIn + added
  return {
    carriedIn,
    adjusted: 0,
    added,
    due,
    completed,
    withdrawn,
    carriedOut: due - completed - withdrawn,
  }
}

function sameMonth(one: Instant, other: Instant): boolean {
  // 8 hours ahead of UTC all year: plain arithmetic instead of the calendar that is under test.
  const [a, b] = [one, other].map((at) => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 7))
  return a === b
}
