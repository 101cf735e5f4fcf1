import { valueOf } from '../merge/edits'
import { MERGE_PLANS } from '../merge/plans'
import { isSyncTable } from '../travel'
import type { Row } from '../wire'

/** What a record says now at the path of a disputed field; null where it says nothing. */
export function standingAt(table: string, row: Row, path: string): unknown {
  return isSyncTable(table) ? (valueOf(row, path, MERGE_PLANS[table]) ?? null) : null
}
