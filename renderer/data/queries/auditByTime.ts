import type { Instant } from '../../../shared/util/instant'
import type { Span } from '../../../shared/util/months'
import type { DeskDatabase } from '../core/database'
import type { AuditRow } from '../core/tables'

/** Entries that are read at once. */
const CHUNK = 1000

/**
 * The audit entries of a span, chain by chain, in pieces. A chain's sequence grows with time, so its part of the span is
 * found by bisection on the key: however long the chain, nothing before the span is read.
 */
export async function* auditWithin(db: DeskDatabase, { from, until }: Span): AsyncGenerator<AuditRow[]> {
  const audit = db.of('audit')
  let chain = await audit.orderBy('[deviceId+seq]').first()
  while (chain) {
    const { deviceId } = chain
    let next = await firstAt(db, chain, from)
    while (next !== null) {
      const rows = await audit
        .where('[deviceId+seq]')
        .between([deviceId, next], [deviceId, next + CHUNK], true, false)
        .toArray()
      const inTime = rows.filter(({ at }) => at >= from && at < until)
      if (inTime.length > 0) yield inTime
      const last = rows.at(-1)
      next = last && last.at < until ? last.seq + 1 : null
    }
    chain = await audit.where('[deviceId+seq]').above([deviceId, Number.POSITIVE_INFINITY]).first()
  }
}

/** The sequence of a chain's first entry at a moment or later; null where there is none. */
async function firstAt(db: DeskDatabase, { deviceId, seq }: AuditRow, from: Instant): Promise<number | null> {
  const audit = db.of('audit')
  const last = await audit
    .where('[deviceId+seq]')
    .between([deviceId, 0], [deviceId, Number.POSITIVE_INFINITY])
    .last()
  if (!last || last.at < from) return null
  let [low, high] = [seq, last.seq]
  while (low < high) {
    const middle = (low + high) >> 1
    const entry = await audit.where('[deviceId+seq]').aboveOrEqual([deviceId, middle]).first()
    if (entry && entry.deviceId === deviceId && entry.at < from) low = entry.seq + 1
    else high = middle
  }
  return low
}
