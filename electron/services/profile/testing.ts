import { crc32c } from './crc32c'

/** For tests: writes logs as LevelDB's writer does, from wherever the file ends, whatever stands there. */

const BLOCK = 32 * 1024
const HEADER = 7

function fragment(type: number, payload: Buffer): Buffer {
  const bytes = Buffer.alloc(HEADER + payload.length)
  bytes.writeUInt16LE(payload.length, 4)
  bytes[6] = type
  payload.copy(bytes, HEADER)
  const sum = crc32c(bytes.subarray(6))
  bytes.writeUInt32LE((((sum >>> 15) | (sum << 17)) + 0xa282ead8) >>> 0, 0)
  return bytes
}

function typeOf(first: boolean, last: boolean): number {
  if (first) return last ? 1 : 2
  return last ? 4 : 3
}

/** The log with one more record. */
export function withRecord(log: Buffer, payload: Buffer): Buffer {
  const parts = [log]
  let at = log.length
  const push = (part: Buffer): void => {
    parts.push(part)
    at += part.length
  }
  let rest = payload
  for (let first = true, last = false; !last; first = false) {
    if (BLOCK - (at % BLOCK) < HEADER) push(Buffer.alloc(BLOCK - (at % BLOCK)))
    const part = rest.subarray(0, BLOCK - (at % BLOCK) - HEADER)
    rest = rest.subarray(part.length)
    last = rest.length === 0
    push(fragment(typeOf(first, last), part))
  }
  return Buffer.concat(parts)
}

/** A log of records, and where each of them ends. */
export function logOf(payloads: readonly Buffer[]): { log: Buffer; ends: number[] } {
  const ends: number[] = []
  let log: Buffer = Buffer.alloc(0)
  for (const payload of payloads) {
    log = withRecord(log, payload)
    ends.push(log.length)
  }
  return { log, ends }
}
