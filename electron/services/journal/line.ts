import { createHash } from 'node:crypto'
import type { JournalLine } from '../../../shared/ipc/channels'

const HEAD = /^FDJ1 (\d{1,15}) ([0-9a-f]{64}|-) ([0-9a-f]{64}) ([0-9a-f]{32}) /
/** More than the longest head: magic, 15 digits, two digests, checksum, blanks. */
const HEAD_BYTES = 192

/** What the chain needs of a line. `prev` is '' for the first line. */
export interface LineHead {
  seq: number
  prev: string
  digest: string
}

/** A line whose checksum was right. `body` still in bytes: most readers need only the head. */
export interface ParsedLine extends LineHead {
  body: Buffer
}

function checksum(body: string | Buffer): string {
  return createHash('sha256').update(body).digest('hex').slice(0, 32)
}

/** `FDJ1 <seq> <prev|-> <digest> <first 32 hex of sha256(body)> <body>` and a line feed. */
export function formatLine({ seq, prev, digest, body }: JournalLine): string {
  return `FDJ1 ${seq} ${prev || '-'} ${digest} ${checksum(body)} ${body}\n`
}

/** Reads a line without its line feed; null when it is damaged. */
export function parseLine(bytes: Buffer): ParsedLine | null {
  const match = HEAD.exec(bytes.toString('latin1', 0, HEAD_BYTES))
  if (!match) return null
  const [head, seq = '', prev = '', digest = '', sum] = match
  const body = bytes.subarray(head.length)
  if (checksum(body) !== sum) return null
  return { seq: Number(seq), prev: prev === '-' ? '' : prev, digest, body }
}
