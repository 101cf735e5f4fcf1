import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { base64 } from '@scure/base'
import { openRow, SEALED, sealRow, type SealPlace } from '../core/seal'

type Row = Record<string, unknown>

/** Digests with the office's key what the server may compare and nobody may guess. */
export function keyedDigest(key: Uint8Array): (text: string) => string {
  return (text) => bytesToHex(hmac(sha256, key, utf8ToBytes(text)))
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
