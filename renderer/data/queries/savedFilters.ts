import type { SavedFilter } from '../../../shared/domain/office/phrase'
import type { DeskDatabase } from '../core/database'

/** The saved filters of one user in one list, oldest first. */
export async function savedFiltersOf(db: DeskDatabase, userId: string, list: string): Promise<SavedFilter[]> {
  const all = await db.of('savedFilters').where('userId').equals(userId).toArray()
  return all
    .filter((one) => one.list === list && one.removedAt === null)
    .sort((a, b) => (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : a.id < b.id ? -1 : 1))
}
