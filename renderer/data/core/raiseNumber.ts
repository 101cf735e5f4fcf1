import { parseNumber, seriesOf } from '../../../shared/domain/numbering/number'
import type { SeriesEnd } from './chainFacts'
import type { DeskDatabase } from './database'

type Row = Record<string, unknown>

/** A number once given is never given again: recovered, or given by this machine before it was replaced (domain 2). */
export async function raiseNumber(db: DeskDatabase, row: Row): Promise<void> {
  await raiseNumbers(db, [row])
}

/** The same of many rows: each series is raised once. */
export async function raiseNumbers(db: DeskDatabase, rows: readonly Row[]): Promise<void> {
  const ends = new Map<string, number>()
  for (const { number } of rows) {
    const parsed = typeof number === 'string' ? parseNumber(number) : null
    if (!parsed) continue
    const id = seriesOf(parsed)
    ends.set(id, Math.max(ends.get(id) ?? 0, parsed.seq))
  }
  for (const [id, last] of ends) await raiseSeries(db, { id, last })
}

/** A series goes on behind `last`, unless it does already. */
export async function raiseSeries(db: DeskDatabase, { id, last }: SeriesEnd): Promise<void> {
  const known = await db.of('numbers').get(id)
  if ((known?.last ?? 0) < last) await db.of('numbers').put({ id, last })
}
