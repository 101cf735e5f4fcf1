import type { Cause } from '../../../shared/domain/complaint/types'
import type { GuidanceEdit } from '../../../shared/domain/guidance/types'
import type { Instant } from '../../../shared/domain/register/types'
import type { DeskDatabase } from '../core/database'
import { listRecords } from './lists'

/** What the office decided about matters of 处理指引: a small table, read whole. */
export function listGuidanceEdits(db: DeskDatabase): Promise<GuidanceEdit[]> {
  return db.of('guidance').orderBy('id').toArray() as Promise<GuidanceEdit[]>
}

/** A 总结评价 and the complaint it was learnt from. */
export interface PastSummary {
  id: string
  number: string
  summary: string
  closedAt: Instant | null
}

/** Of how many closed complaints summaries are looked for: ordinary ones have none. */
const LOOKED_AT = 60

/** The newest 总结评价 of closed complaints of a cause (domain 5: they feed 处理指引). */
export async function pastSummaries(
  db: DeskDatabase,
  cause: Cause,
  limit: number,
  exceptId = '',
): Promise<PastSummary[]> {
  const facets = [`cause:${cause}`, 'state:closed']
  const { rows } = await listRecords(db, { table: 'complaints', facets, after: null, limit: LOOKED_AT })
  return rows
    .filter(({ id, summary }) => id !== exceptId && summary.trim() !== '')
    .slice(0, limit)
    .map(({ id, number, summary, closedAt }) => ({ id, number, summary, closedAt }))
}
