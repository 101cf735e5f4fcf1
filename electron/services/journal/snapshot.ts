import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { writeFileAtomic } from '../atomicFile'

/** More waiting lines than this mean damage, not two windows: the snapshot is then not worth keeping. */
const MOST_AHEAD = 1000

const head = z.object({ seq: z.number().int().positive(), prev: z.string(), digest: z.string() })
const problem = z.object({ key: z.string(), file: z.string(), line: z.number() })
const fileState = z.object({
  name: z.string(),
  size: z.number().int().nonnegative(),
  mtimeMs: z.number(),
  lines: z.number().int().nonnegative(),
  /** Offset and digest of the last good line: proves at start that the file is the one that was read. */
  lastAt: z.number().int().nonnegative(),
  lastDigest: z.string(),
  /** Holds lines that lie open; true where nobody has looked yet. */
  plain: z.boolean().default(true),
  problems: z.array(problem),
})
const snapshot = z.object({
  version: z.literal(1),
  files: z.array(fileState),
  lastSeq: z.number().int().nonnegative(),
  lastDigest: z.string(),
  ahead: z.array(head),
})

/** How far a journal file was read, and what was found in it. */
export type FileState = z.infer<typeof fileState>
/** A damaged place: a locale key, the file's name, the line counted from 1. */
export type Problem = z.infer<typeof problem>
/** The end state after all files, kept so that a start need not read the whole history. */
export type Snapshot = z.infer<typeof snapshot>

const pathIn = (folder: string): string => join(folder, 'index.json')

/** Reads the snapshot; null when there is none or it is damaged (the history is then read anew). */
export async function loadSnapshot(folder: string): Promise<Snapshot | null> {
  try {
    return snapshot.parse(JSON.parse(await readFile(pathIn(folder), 'utf8')))
  } catch {
    return null
  }
}

/** Keeps the snapshot. It only saves time, so callers may go on when this throws. */
export async function saveSnapshot(folder: string, value: Snapshot): Promise<void> {
  if (value.ahead.length > MOST_AHEAD) return
  await writeFileAtomic(pathIn(folder), JSON.stringify(value))
}
