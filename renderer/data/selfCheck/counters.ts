import { monthSpan } from '../../../shared/util/months'
import type { DeskDatabase } from '../core/database'
import { type CountedOrder, MONTH_COUNTER } from '../core/monthOrders'
import { isPaperCount } from '../core/monthPapers'
import { isRecordTable } from '../core/tables'
import { monthRange } from '../queries/monthKeys'
import { countRange, facetRange } from '../queries/ranges'
import { countPapers } from './papers'
import type { Finding } from './types'

/** A facet that holds more rows than this is counted only when everything is looked at: see quality 2. */
const QUICKLY_COUNTED = 5_000

/** Compares counters with their rows, by index counts alone; large ones only where `thorough`. */
export async function checkCounters(
  db: DeskDatabase,
  thorough: boolean,
): Promise<{ findings: Finding[]; looked: number }> {
  const findings: Finding[] = []
  let looked = 0
  const counters = await db.of('counters').toArray()
  const recent = recentMonths(counters.map(({ id }) => id))
  for (const { id, count } of counters) {
    const [table = '', facet = ''] = splitAtFirst(id)
    if (!isRecordTable(table)) continue
    if (!thorough && (count > QUICKLY_COUNTED || !isQuick(facet, recent))) continue
    looked += 1
    const found = await countOf(db, table, facet)
    // A command that came in between has changed both: asked again, they agree.
    if (found === count || (await agreesNow(db, id, table, facet))) continue
    findings.push({ kind: 'counter', table, facet, counted: count, found })
  }
  return { findings, looked }
}

/** The rows that a counter counts. `facet` is `rows` for all of a table. */
export function countOf(
  db: DeskDatabase,
  table: Parameters<typeof countRange>[1],
  facet: string,
): Promise<number> {
  if (facet === 'rows') return db.table(table).count()
  if (!facet.startsWith(MONTH_COUNTER)) return countRange(db, table, facetRange(facet))
  const [order, month] = splitAt(facet.slice(MONTH_COUNTER.length), ':')
  if (isPaperCount(order)) return countPapers(db, table, order, month)
  const { from, until } = monthSpan(month)
  return countRange(db, table, monthRange(order as CountedOrder, from, until))
}

/** Months that a quick look counts: the running one, and the one that is being reviewed. */
const RECENT = 2

function recentMonths(ids: readonly string[]): ReadonlySet<string> {
  const months = ids.flatMap((id) => (id.includes(`|${MONTH_COUNTER}`) ? [splitAt(id, ':')[1]] : []))
  return new Set([...new Set(months)].sort().slice(-RECENT))
}

/** Of the counters of months only the newest: those of all the years are for the thorough look. */
function isQuick(facet: string, recent: ReadonlySet<string>): boolean {
  return !facet.startsWith(MONTH_COUNTER) || recent.has(splitAt(facet, ':')[1])
}

async function agreesNow(
  db: DeskDatabase,
  id: string,
  table: Parameters<typeof countRange>[1],
  facet: string,
): Promise<boolean> {
  return db.transaction('r', ['counters', table], async () => {
    const counter = await db.of('counters').get(id)
    return (counter?.count ?? 0) === (await countOf(db, table, facet))
  })
}

function splitAtFirst(id: string): [string, string] {
  return splitAt(id, '|')
}

function splitAt(text: string, sign: string): [string, string] {
  const at = text.indexOf(sign)
  return [text.slice(0, at), text.slice(at + 1)]
}
