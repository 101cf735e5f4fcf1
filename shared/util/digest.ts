import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { canonicalJson } from './canonicalJson'

/**
 * SHA-256 in lower-case hex of bytes or of a text's UTF-8. Synchronous, because nothing may be awaited inside an
 * IndexedDB transaction.
 */
export function sha256Hex(data: string | Uint8Array): string {
  return bytesToHex(sha256(typeof data === 'string' ? utf8ToBytes(data) : data))
}

/** SHA-256 of a value's canonical JSON. */
export function digestOfValue(value: unknown): string {
  return sha256Hex(canonicalJson(value))
}
