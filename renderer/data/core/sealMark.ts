import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { DeskDatabase } from './database'
import { SEALED_FIELDS } from './sealedFields'

/** What the database remembers of its sealing: by which key, and how far what was there before it has come. */
export interface SealMark {
  /** Tells one key from another, and nothing else of it. */
  keyId: string
  /** Which fields were sealed: a release that seals more goes through all rows again. */
  fields: string
  /** Tables that were gone through in this round. */
  done: string[]
  /** The last primary key looked at in the next table; null where it was not begun. */
  after: IDBValidKey | null
  /** Times that all tables were gone through. */
  rounds: number
}

/** `SEALED_FIELDS` of this release, in one text. */
export const SEALED_NOW = [...SEALED_FIELDS]
  .map(([table, fields]) => `${table}:${fields.join(',')}`)
  .sort()
  .join(' ')

/** 64 bits of a digest: the same key gives the same, and no key is found by it. */
export function keyIdOf(key: Uint8Array): string {
  const label = utf8ToBytes('front-desk key of sealed rows ')
  return bytesToHex(sha256(new Uint8Array([...label, ...key]))).slice(0, 16)
}

/** The mark; null while nothing was ever sealed. */
export async function sealMarkOf(db: DeskDatabase): Promise<SealMark | null> {
  return ((await db.of('meta').get('sealing'))?.value as SealMark | undefined) ?? null
}

/** `none`: no key was ever used, or it is this one. */
export type KeyTrouble = 'none' | 'missing' | 'other'

/** Whether the database can be read with the key there is, found out before any sealed row is. */
export async function keyTroubleOf(db: DeskDatabase): Promise<KeyTrouble> {
  const mark = await sealMarkOf(db)
  if (!mark) return 'none'
  if (!db.fieldKey) return 'missing'
  return mark.keyId === keyIdOf(db.fieldKey) ? 'none' : 'other'
}

/** Remembers by which key rows are sealed from now on; to be called before the first of them is written. */
export async function markKey(db: DeskDatabase): Promise<void> {
  if (!db.fieldKey || (await sealMarkOf(db))?.fields === SEALED_NOW) return
  const keyId = keyIdOf(db.fieldKey)
  const mark: SealMark = { keyId, fields: SEALED_NOW, done: [], after: null, rounds: 0 }
  await db.of('meta').put({ key: 'sealing', value: mark })
}
