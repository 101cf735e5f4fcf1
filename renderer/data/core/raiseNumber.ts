import { parseNumber, seriesOf } from '../../../shared/domain/numbering/number'
import type { SeriesEnd } from './chainFacts'
import type { DeskDatabase } from './database'

/** A number once given is never given again: recovered, or given by this machine before it was replaced (domain 2). */
export async function raiseNumber(db: DeskDatabase, row: Record<string, unknown>): Promise<void> {
  const parsed = typeof row['number'] === 'string' ? parseNumber(row['number']) : null
  if (!parsed) return
  await raiseSeries(db, { id: seriesOf(parsed), last: parsed.seq })
}

/** A series goes on behind `last`, unless it does already. */
export async function raiseSeries(db: DeskDatabase, { id, last }: SeriesEnd): Promise<void> {
  const known = await db.of('numbers').get(id)
  if ((known?.last ?? 0) < last) await db.of('numbers').put({ id, last })
}
