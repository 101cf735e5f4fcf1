import { hkdfSync, randomBytes } from 'node:crypto'
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import type { LineHead } from './head'

/** 32 bytes that seal the bodies of lines; `locked` where there are such bytes but not on this machine. */
export type JournalKey = { kind: 'none' } | { kind: 'open'; key: Uint8Array } | { kind: 'locked' }

/** A line is sealed and the vault is locked, or gone: the 《恢复单》 is needed. */
export class JournalLocked extends Error {
  override name = 'JournalLocked'
}

const NONCE_BYTES = 24
const LABEL = 'front-desk journal FDJ2'

/** The journal's own key, so that no seal of a row could pass for one of a line. */
export function journalKeyFrom(fieldKey: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', fieldKey, new Uint8Array(0), LABEL, 32))
}

function cipherOf(key: Uint8Array, nonce: Uint8Array, { seq, prev, digest }: LineHead) {
  return xchacha20poly1305(key, nonce, Buffer.from(`FDJ2 ${seq} ${prev || '-'} ${digest}`))
}

/** A body under the key, for this one line: 24 bytes of nonce, ciphertext and tag, in base64, so without a line feed. */
export function sealBody(body: string, head: LineHead, key: Uint8Array): string {
  const nonce = randomBytes(NONCE_BYTES)
  return Buffer.concat([nonce, cipherOf(key, nonce, head).encrypt(Buffer.from(body))]).toString('base64')
}

/** The body of a sealed line; null where the key does not open it. */
export function openBody(sealed: Buffer, head: LineHead, key: Uint8Array): string | null {
  const bytes = Buffer.from(sealed.toString('latin1'), 'base64')
  try {
    const plain = cipherOf(key, bytes.subarray(0, NONCE_BYTES), head).decrypt(bytes.subarray(NONCE_BYTES))
    return Buffer.from(plain).toString('utf8')
  } catch {
    return null
  }
}
