import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { JournalLine } from '../../../shared/ipc/channels'
import { openLine, type ParsedLine, parseLine } from './line'
import { scanLines } from './scan'
import type { JournalKey } from './seal'
import type { FileState } from './snapshot'

/** Where a line stands; `length` counts its line feed. */
export interface Location {
  seq: number
  file: string
  offset: number
  length: number
}

/** Every good line by sequence. Built only when history is asked for, as it costs a reading of everything. */
export interface Locations {
  /** Makes a just appended line known. */
  add(location: Location): void
  /** The place of the first line with a sequence above `seq`, or the end. */
  after(seq: number): number
  at(index: number): Location | undefined
}

/** Reads all files once and notes where each line is; the first of two lines with one sequence counts. */
export async function locate(folder: string, files: readonly FileState[]): Promise<Locations> {
  const all: Location[] = []
  for (const { name, size } of files) {
    await scanLines(join(folder, name), 0, size, ({ offset, length, parsed }) => {
      if (parsed) all.push({ seq: parsed.seq, file: name, offset, length })
    })
  }
  all.sort((a, b) => a.seq - b.seq)
  const kept = all.filter(({ seq }, at) => all[at - 1]?.seq !== seq)
  return makeLocations(kept)
}

function makeLocations(sorted: Location[]): Locations {
  const after = (seq: number): number => {
    let low = 0
    let high = sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sorted[middle]?.seq ?? 0) > seq) high = middle
      else low = middle + 1
    }
    return low
  }
  return {
    add: (location) => void sorted.splice(after(location.seq), 0, location),
    after,
    at: (index) => sorted[index],
  }
}

/** Neighbours in the file are read in one go: recovery reads everything, line by line would take minutes. */
function nextStretch(locations: Locations, from: number, maxBytes: number): Location[] {
  const stretch: Location[] = []
  let bytes = 0
  for (let at = from; ; at += 1) {
    const place = locations.at(at)
    const last = stretch.at(-1)
    const joins = !last || (place?.file === last.file && place.offset === last.offset + last.length)
    if (!place || !joins || (last && bytes + place.length > maxBytes)) return stretch
    stretch.push(place)
    bytes += place.length
  }
}

async function readStretch(folder: string, stretch: Location[]): Promise<(ParsedLine | null)[]> {
  const [first] = stretch
  const last = stretch.at(-1)
  if (!first || !last) return []
  const bytes = Buffer.alloc(last.offset + last.length - first.offset)
  const handle = await open(join(folder, first.file), 'r')
  try {
    await handle.read(bytes, 0, bytes.length, first.offset)
  } finally {
    await handle.close()
  }
  return stretch.map(({ offset, length }) =>
    parseLine(bytes.subarray(offset - first.offset, offset - first.offset + length - 1)),
  )
}

/**
 * Lines with a sequence above `afterSeq`, in order, about `maxBytes` of them but at least one.
 * A line that has been damaged since it was located, or is sealed with another key, is left out: its gap shows.
 * Throws `JournalLocked`.
 */
export async function readLines(
  folder: string,
  locations: Locations,
  afterSeq: number,
  maxBytes: number,
  vault: JournalKey,
): Promise<{ lines: JournalLine[]; done: boolean }> {
  const lines: JournalLine[] = []
  let index = locations.after(afterSeq)
  for (let left = maxBytes; left > 0; ) {
    const stretch = nextStretch(locations, index, left)
    if (stretch.length === 0) break
    for (const stored of await readStretch(folder, stretch)) {
      const line = stored && openLine(stored, vault)
      if (line) lines.push(line)
    }
    index += stretch.length
    left -= stretch.reduce((sum, { length }) => sum + length, 0)
  }
  return { lines, done: locations.at(index) === undefined }
}

/** The digest of the line with this sequence, or null when it is not (or no longer) readable. */
export async function digestAt(folder: string, locations: Locations, seq: number): Promise<string | null> {
  const place = locations.at(locations.after(seq - 1))
  if (place?.seq !== seq) return null
  const [line] = await readStretch(folder, [place])
  return line?.digest ?? null
}
