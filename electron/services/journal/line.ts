import { createHash } from 'node:crypto'
import type { JournalLine } from '../../../shared/ipc/channels'
import type { LineHead } from './head'
import { type JournalKey, JournalLocked, openBody, sealBody } from './seal'

const HEAD = /^FDJ([12]) (\d{1,15}) ([0-9a-f]{64}|-) ([0-9a-f]{64}) ([0-9a-f]{32}) /
/** More than the longest head: magic, 15 digits, two digests, checksum, blanks. */
const HEAD_BYTES = 192

/** A line whose checksum was right. `body` as it is stored, in bytes: most readers need only the head. */
export interface ParsedLine extends LineHead {
  sealed: boolean
  body: Buffer
}

function checksum(body: string | Buffer): string {
  return createHash('sha256').update(body).digest('hex').slice(0, 32)
}

function written(version: 1 | 2, { seq, prev, digest }: LineHead, stored: string): string {
  return `FDJ${version} ${seq} ${prev || '-'} ${digest} ${checksum(stored)} ${stored}\n`
}

/** `FDJ1 <seq> <prev|-> <digest> <first 32 hex of sha256(body)> <body>` and a line feed. */
export function formatLine(line: JournalLine): string {
  return written(1, line, line.body)
}

/** FDJ2: the same head over a sealed body, so that a journal can be checked by whoever cannot read it. */
export function formatSealedLine(line: JournalLine, key: Uint8Array): string {
  return written(2, line, sealBody(line.body, line, key))
}

/** Reads a line without its line feed; null when it is damaged. */
export function parseLine(bytes: Buffer): ParsedLine | null {
  const match = HEAD.exec(bytes.toString('latin1', 0, HEAD_BYTES))
  if (!match) return null
  const [head, format, seq = '', prev = '', digest = '', sum] = match
  const body = bytes.subarray(head.length)
  if (checksum(body) !== sum) return null
  return { seq: Number(seq), prev: prev === '-' ? '' : prev, digest, sealed: format === '2', body }
}

/**
 * The line as it was given; null where it is sealed with another key, which counts as damage. Throws `JournalLocked`
 * where it is sealed and there is no key.
 */
export function openLine(
  { seq, prev, digest, sealed, body }: ParsedLine,
  vault: JournalKey,
): JournalLine | null {
  const head = { seq, prev, digest }
  if (!sealed) return { ...head, body: body.toString('utf8') }
  if (vault.kind !== 'open') throw new JournalLocked()
  const opened = openBody(body, head, vault.key)
  return opened === null ? null : { ...head, body: opened }
}
