import type { LineHead } from './head'

/**
 * Where the journal stands: the unbroken run from 1 and the lines that arrived ahead of it
 * (two windows may deliver 6 before 5).
 */
export interface Run {
  lastSeq: number
  lastDigest: string
  ahead: Map<number, LineHead>
}

/** How a line relates to the run: `past` means that its digest must be looked up. */
export type Place = 'next' | 'ahead' | 'same' | 'past' | 'fork'

/** The run of an empty journal. */
export function emptyRun(): Run {
  return { lastSeq: 0, lastDigest: '', ahead: new Map() }
}

/** A copy that can be given up. */
export function copyRun(run: Run): Run {
  return { ...run, ahead: new Map(run.ahead) }
}

function fitsNeighbours(run: Run, line: LineHead): boolean {
  const before = line.seq === run.lastSeq + 1 ? run.lastDigest : run.ahead.get(line.seq - 1)?.digest
  const after = run.ahead.get(line.seq + 1)?.prev
  return (before === undefined || before === line.prev) && (after === undefined || after === line.digest)
}

/** Tells where a line belongs, changing nothing. */
export function placeOf(run: Run, line: LineHead): Place {
  if (line.seq < run.lastSeq) return 'past'
  if (line.seq === run.lastSeq) return line.digest === run.lastDigest ? 'same' : 'fork'
  const known = run.ahead.get(line.seq)
  if (known) return known.digest === line.digest ? 'same' : 'fork'
  if (!fitsNeighbours(run, line)) return 'fork'
  return line.seq === run.lastSeq + 1 ? 'next' : 'ahead'
}

/** Takes a line in when it is new and fits; the run grows over lines that had been waiting. */
export function admit(run: Run, { seq, prev, digest }: LineHead): Place {
  const place = placeOf(run, { seq, prev, digest })
  if (place === 'next' || place === 'ahead') run.ahead.set(seq, { seq, prev, digest })
  for (let next = run.ahead.get(run.lastSeq + 1); next; next = run.ahead.get(run.lastSeq + 1)) {
    run.ahead.delete(next.seq)
    run.lastSeq = next.seq
    run.lastDigest = next.digest
  }
  return place
}
