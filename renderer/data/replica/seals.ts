import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { base64 } from '@scure/base'
import { canonicalJson } from '../../../shared/util/canonicalJson'
import { openRow, SEALED, sealRow, type SealPlace } from '../core/seal'

type Row = Record<string, unknown>

/** Digests with the office's key what the server may compare and nobody may guess. `use` keeps digests of one use from another. */
export function keyedDigest(key: Uint8Array, use: 'frozen' | 'proof'): (text: string) => string {
  const own = ownKey(key, use)
  return (text) => bytesToHex(hmac(sha256, own, utf8ToBytes(text)))
}

const ownKeys = new WeakMap<Uint8Array, Map<string, Uint8Array>>()

/** Made once a key: thousands of documents are digested with it. */
function ownKey(key: Uint8Array, use: string): Uint8Array {
  const known = ownKeys.get(key) ?? new Map<string, Uint8Array>()
  ownKeys.set(key, known)
  const own = known.get(use) ?? hmac(sha256, key, utf8ToBytes(`front-desk ${use}`))
  known.set(use, own)
  return own
}

/** A document with the office's proof that one of its machines made it. */
export function withProof<T extends object>(doc: T, key: Uint8Array): T & { proof: string } {
  return { ...doc, proof: proofOf(doc, key) }
}

/** Whether a machine of the office made the document as it stands. */
export function isProven(doc: { proof: string }, key: Uint8Array): boolean {
  return doc.proof === proofOf(doc, key)
}

/** What CouchDB adds to a document is no part of it. */
function proofOf(doc: object, key: Uint8Array): string {
  const own = Object.entries(doc).filter(([field]) => field === '_id' || !/^_|^proof$/.test(field))
  return keyedDigest(key, 'proof')(canonicalJson(Object.fromEntries(own)))
}

/** A row as it travels: its sealed fields as one text, the same seal as it lies in under at rest. */
export function sealForWire(row: Row, fields: readonly string[], place: SealPlace, key: Uint8Array): Row {
  const sealed = sealRow(row, fields, place, key)
  const bytes = sealed[SEALED]
  return bytes instanceof Uint8Array ? { ...sealed, [SEALED]: base64.encode(bytes) } : sealed
}

/** The row as the rules know it. Throws `SealBroken` where another office's key sealed it, or somebody changed it. */
export function openFromWire(row: Row, place: SealPlace, key: Uint8Array): Row {
  const text = row[SEALED]
  return typeof text === 'string' ? openRow({ ...row, [SEALED]: base64.decode(text) }, place, key) : row
}
