import { hasPin } from '../../../shared/domain/office/pin'
import type { DeskDatabase } from '../core/database'

/** Users who have no PIN on this machine yet, by id: they came by replication, and PINs never travel (issue 7). */
export async function usersWithoutPin(db: DeskDatabase): Promise<ReadonlySet<string>> {
  const ids = (await db.of('users').toCollection().primaryKeys()) as string[]
  const credentials = await db.of('credentials').bulkGet(ids)
  return new Set(ids.filter((_, i) => !hasPin(credentials[i])))
}
