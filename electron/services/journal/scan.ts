import { open } from 'node:fs/promises'
import { type ParsedLine, parseLine } from './line'

const CHUNK = 1024 * 1024

/** A line as it stands in a file; `length` counts its line feed. `parsed` null: damaged or without an end. */
export interface ScannedLine {
  offset: number
  length: number
  /** The line without its line feed; only good during the visit. */
  bytes: Buffer
  parsed: ParsedLine | null
}

/**
 * Reads the lines between two offsets, however long they are, holding one at a time.
 * The last one is given even when its line feed is missing (as damaged). `afterPortion` is awaited after each MB read.
 */
export async function scanLines(
  path: string,
  from: number,
  to: number,
  visit: (line: ScannedLine) => void,
  afterPortion?: () => Promise<void>,
): Promise<void> {
  const handle = await open(path, 'r')
  const buffer = Buffer.allocUnsafe(Math.max(1, Math.min(CHUNK, to - from)))
  let parts: Buffer[] = []
  let offset = from
  const give = (end: Buffer, complete: boolean): void => {
    const bytes = parts.length > 0 ? Buffer.concat([...parts, end]) : end
    parts = []
    const length = bytes.length + (complete ? 1 : 0)
    visit({ offset, length, bytes, parsed: complete ? parseLine(bytes) : null })
    offset += length
  }
  try {
    for (let at = from; at < to; ) {
      const { bytesRead } = await handle.read(buffer, 0, Math.min(buffer.length, to - at), at)
      if (bytesRead === 0) break
      const chunk = buffer.subarray(0, bytesRead)
      let start = 0
      for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
        give(chunk.subarray(start, end), true)
        start = end + 1
      }
      if (start < bytesRead) parts.push(Buffer.from(chunk.subarray(start)))
      at += bytesRead
      await afterPortion?.()
    }
    if (parts.length > 0) give(Buffer.alloc(0), false)
    await afterPortion?.()
  } finally {
    await handle.close()
  }
}
