import { foldText } from '../../../shared/util/textFold'
import { monthCountersOf, monthOrdersOf, monthsBegunOpen } from './monthOrders'
import { paperCountersOf } from './monthPapers'
import type { RecordTable, RecordTables, SearchDoc } from './tables'
import { complaintTraits } from './traits/complaint'
import { disputeTraits } from './traits/dispute'
import { householdTraits } from './traits/household'
import { incidentTraits } from './traits/incident'
import { lostItemTraits } from './traits/lostItem'
import { lostReportTraits } from './traits/lostReport'
import { monthTraits } from './traits/month'
import { privacyTraits } from './traits/privacy'
import { scanTraits } from './traits/scan'
import type { RowTraits } from './traits/types'
import { visitTraits } from './traits/visit'

type TraitsMap = { [K in RecordTable]?: RowTraits<RecordTables[K]> }

/** One line a table. */
export const rowTraits: TraitsMap = {
  credentials: { secret: ['pinHash'] },
  ...householdTraits,
  complaints: complaintTraits,
  incidents: incidentTraits,
  lostItems: lostItemTraits,
  lostReports: lostReportTraits,
  scans: scanTraits,
  ...visitTraits,
  ...monthTraits,
  ...privacyTraits,
  disputes: disputeTraits,
}

/** Separates the parts of a list key; lower than any character of a facet or sort key. */
export const KEY_SEPARATOR = '\u0001'

/** Traits of a table, with the row type widened for the generic writer. */
export function traitsOf(table: RecordTable): RowTraits<Record<string, unknown>> {
  return (rowTraits[table] ?? {}) as unknown as RowTraits<Record<string, unknown>>
}

/** Facets of a row, `all` among them, for tables that have lists. */
export function facetsOf(table: RecordTable, row: Record<string, unknown>): string[] {
  const traits = traitsOf(table)
  return traits.facets ? ['all', ...traits.facets(row)] : []
}

/** Facets whose name starts with this have too many values to count each (one a unit, one a person). */
const UNCOUNTED = '#'

/** The counters that a row is counted in: its facets, what came in and ended in the months, and each of its papers. */
export function countersOf(table: RecordTable, row: Record<string, unknown>): string[] {
  const { month, facets, sortKey } = traitsOf(table)
  return [
    ...facetsOf(table, row).filter((facet) => !facet.startsWith(UNCOUNTED)),
    ...(month && facets && sortKey ? [...monthCountersOf(month, row), ...paperCountersOf(month, row)] : []),
  ]
}

/** The set of what was open at the beginning of a month and has ended since. */
export function begunOpen(month: string): string {
  return `#over:${month}`
}

/** The name under which another order of the register stands in its list keys: no facet, and never counted. */
export function orderName(order: string): string {
  return `#by:${order}`
}

/** Where a row stands in the other orders of its register. */
export function ordersOf(table: RecordTable, row: Record<string, unknown>): Record<string, string> {
  const orders = Object.entries(traitsOf(table).orders ?? {})
  return Object.fromEntries(orders.map(([name, keyOf]) => [name, keyOf(row)]))
}

/**
 * Keys of the list index: `<facet>␁<sortKey>␁<id>`, so that a facet is a range in its order, and one key for each
 * other order: `#by:registered␁<登记时间>␁<id>`.
 */
export function listKeysOf(table: RecordTable, row: Record<string, unknown>): string[] | undefined {
  const traits = traitsOf(table)
  if (!traits.facets || !traits.sortKey) return undefined
  const key = (name: string, place: string) => [name, place, String(row['id'])].join(KEY_SEPARATOR)
  const place = traits.sortKey(row)
  const ofMonths = traits.month ? monthOrdersOf(traits.month, row) : {}
  // What is past its period is a stretch of this, and what was erased stands in it no more (domain 13).
  const kept = ofMonths.ended && !row['erased'] ? { kept: ofMonths.ended } : {}
  const orders = { ...ordersOf(table, row), ...ofMonths, ...kept }
  const over = traits.month ? monthsBegunOpen(traits.month, row) : []
  return [
    ...over.map((month) => key(begunOpen(month), place)),
    ...facetsOf(table, row).map((facet) => key(facet, place)),
    ...Object.entries(orders).map(([name, other]) => key(orderName(name), other)),
  ]
}

/** Search document of a row, or null where its table is not searched. */
export function searchDocOf(table: RecordTable, row: Record<string, unknown>): SearchDoc | null {
  const traits = traitsOf(table)
  if (!traits.search) return null
  const id = String(row['id'])
  // What was erased is found by its number only, and by no household.
  const found = row['erased']
    ? { ...traits.search(row), parentId: '', text: foldText(numberOf(row)) }
    : traits.search(row)
  return {
    id,
    ...found,
    facets: facetsOf(table, row),
    sortKey: traits.sortKey?.(row) ?? id,
    ...(traits.orders ? { orders: ordersOf(table, row) } : {}),
  }
}

function numberOf(row: Record<string, unknown>): string {
  return typeof row['number'] === 'string' ? row['number'] : ''
}

/** A stored row without what the data layer adds to it. */
export function withoutListKeys<T extends object>(row: T): T {
  if (!('listKeys' in row)) return row
  const { listKeys: _derived, ...rest } = row as T & { listKeys?: unknown }
  return rest as unknown as T
}
