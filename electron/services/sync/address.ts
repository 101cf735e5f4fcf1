import type { SyncServer } from '../../../shared/ipc/syncChannels'
import { accept, type Result, refuse } from '../../../shared/util/result'

/** Where requests go: addresses without a slash at their end. */
export interface Place {
  /** `https://couch.example.cn/prefix` */
  server: string
  /** `https://couch.example.cn/prefix/office` */
  database: string
}

const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]'])
/** CouchDB's rule for names of databases, without those that begin with `_`. */
const DATABASE = /^[a-z][a-z0-9_$()+/-]{0,199}$/
const NO_ADDRESS = { ok: false, refusal: { key: 'sync.addressInvalid', field: 'address' } } as const

/**
 * Reads a typed address. Encrypted only, but for this very machine; a path before the database is a proxy's.
 * Refuses sync.addressInvalid, sync.addressNotSafe on `address`, sync.databaseInvalid on `database`.
 */
export function placeOf(server: Pick<SyncServer, 'address' | 'database'>): Result<Place> {
  const text = server.address.trim()
  if (!/^https?:\/\/[^\s\\@?#]+$/i.test(text) || !URL.canParse(text)) return NO_ADDRESS
  const url = new URL(text)
  if (url.username || url.password || url.search || url.hash || !url.hostname) return NO_ADDRESS
  if (url.protocol !== 'https:' && !LOCAL.has(url.hostname)) return refuse('sync.addressNotSafe', 'address')
  if (!DATABASE.test(server.database)) return refuse('sync.databaseInvalid', 'database')
  const base = `${url.origin}${url.pathname}`.replace(/\/+$/, '')
  return accept({ server: base, database: `${base}/${encodeURIComponent(server.database)}` })
}

/** Whether two servers are one to whoever is to get a password: same place, same user. */
export function isSameAccount(one: SyncServer, other: SyncServer): boolean {
  const [a, b] = [placeOf(one), placeOf(other)]
  return a.ok && b.ok && a.value.server === b.value.server && one.user === other.user
}
