import { Dexie, type DexieOptions, type IndexableType, type Table } from 'dexie'
import { sealing } from './sealing'
import type { Reader } from './traits/types'
import { type AllTables, type AnyTable, STORES } from './tables'

export const DATABASE_NAME = 'front-desk'

/**
 * The office's database. Durability is strict: an answered commit has been flushed by the browser
 * (quality 1). It is never the only copy: see `journalFeeder.ts`.
 */
export class DeskDatabase extends Dexie {
  /** Who reads through the queries; nobody, where nobody is signed in. */
  reader: () => Reader | null = () => null
  /** 32 bytes that seal rows at rest, known before the database is opened; null while the office has no vault. */
  fieldKey: Uint8Array | null = null

  constructor(name: string = DATABASE_NAME, options: DexieOptions = {}) {
    super(name, { chromeTransactionDurability: 'strict', ...options })
    // Dexie's own number, raised with every new table or index; what rows look like is DATA_VERSION's business.
    this.version(6).stores(STORES)
    this.use(sealing(() => this.fieldKey))
  }

  /** A table by name, typed by its rows. */
  of<K extends AnyTable>(name: K): Table<AllTables[K], IndexableType> {
    return this.table(name)
  }
}
