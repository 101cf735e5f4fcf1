import { rowTraits } from './rowTraits'
import type { AnyTable, CoreTables } from './tables'

/** Of the tables beside the records: what a change said, what waits for the journal, what is being typed. */
const CORE: { [K in keyof CoreTables]?: readonly (keyof CoreTables[K] & string)[] } = {
  auditDetails: ['changes', 'reason'],
  pendingJournal: ['body'],
  outbox: ['base'],
  drafts: ['title', 'values'],
}

const ofRecords = Object.entries(rowTraits).flatMap(([table, { sealed }]) =>
  sealed ? [[table, sealed] as const] : [],
)

/**
 * Fields that lie sealed in the database (issue "At rest"), by table. No index, list key, counter or search document
 * may be made from them: those lie open.
 */
export const SEALED_FIELDS: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...Object.entries(CORE),
  ...ofRecords,
])

/** Tables that have such fields. */
export const SEALED_TABLES = [...SEALED_FIELDS.keys()] as AnyTable[]
