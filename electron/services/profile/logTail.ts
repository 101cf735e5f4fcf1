import { crc32c } from './crc32c'

/*
 * LevelDB's log format (its doc/log_format.md): blocks of 32 KiB; in them fragments of a sum (4 bytes), a length (2), a
 * type (1) and that many bytes. A record is one fragment, or several from a first to a last; none crosses a block.
 */
const BLOCK = 32 * 1024
const HEADER = 7
const FULL = 1
const FIRST = 2
const MIDDLE = 3
const LAST = 4

/** Sums are stored rotated and shifted, for they may stand inside of what is summed up. */
const SHIFT = 0xa282ead8
const storedSum = (sum: number): number => (((sum >>> 15) | (sum << 17)) + SHIFT) >>> 0

/**
 * Bytes up to the end of the last whole record of a log. What lies behind is the beginning of one that a kill or a power
 * cut broke off: the file ends in it, or the disk has only noughts from some byte on. Null where the log is damaged in
 * another way: that is not for us to judge.
 */
export function wholeLength(bytes: Buffer): number | null {
  const written = lengthWithoutNoughts(bytes)
  let end = 0
  let begun = false
  for (let at = 0; at + HEADER <= bytes.length; ) {
    const left = BLOCK - (at % BLOCK)
    if (left < HEADER) {
      at += left
      continue
    }
    const next = at + HEADER + bytes.readUInt16LE(at + 4)
    if (next > at + left) return null
    if (next > bytes.length || (next > written && !isSound(bytes, at, next))) break
    const type = bytes[at + 6] ?? 0
    const begins = type === FULL || type === FIRST
    if (type < FULL || type > LAST || begins === begun) return null
    begun = type === FIRST || type === MIDDLE
    if (!begun) end = next
    at = next
  }
  return end
}

/** Only what reaches into the noughts at the end is summed up: the rest is Chromium's to check, and it does. */
function isSound(bytes: Buffer, at: number, next: number): boolean {
  return bytes.readUInt32LE(at) === storedSum(crc32c(bytes.subarray(at + 6, next)))
}

function lengthWithoutNoughts(bytes: Buffer): number {
  let length = bytes.length
  while (length > 0 && bytes[length - 1] === 0) length -= 1
  return length
}
