import type { DeskDatabase } from '../core/database'
import { isRecordTable } from '../core/tables'
import { countRange, facetRange } from '../queries/ranges'
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
  for (const { id, count } of await db.of('counters').toArray()) {
    if (count > QUICKLY_COUNTED && !thorough) continue
    const [table = '', facet = ''] = splitAtFirst(id)
    if (!isRecordTable(table)) continue
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
  return facet === 'rows' ? db.table(table).count() : countRange(db, table, facetRange(facet))
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
  const at = id.indexOf('|')
  return [id.slice(0, at), id.slice(at + 1)]
}
