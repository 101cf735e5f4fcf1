import { z } from 'zod'
import type { Disk } from './disk'

const trouble = z.strictObject({
  key: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  /** Since when it has gone wrong without once going well. */
  since: z.string(),
})
export type Trouble = z.infer<typeof trouble>

const place = z.strictObject({
  trouble: trouble.nullable(),
  /** The newest good backup there, known even while the place is away. */
  goodAt: z.string().nullable(),
  goodBytes: z.number().nullable(),
  /** Files that rows name and the office's own store no longer holds. */
  lostFiles: z.number().int().nonnegative(),
})

const memorySchema = z.strictObject({
  version: z.literal(1),
  /** Whose backups, as the last one said: names the folders. */
  office: z.strictObject({ officeId: z.string(), estateName: z.string(), officeName: z.string() }).nullable(),
  /** A second folder that somebody chose; null for none. */
  second: z.strictObject({ root: z.string(), chosenAt: z.string() }).nullable(),
  /** End of this machine's chain in the newest good backup of any place. */
  last: z.strictObject({ madeAt: z.string(), seq: z.number(), bytes: z.number() }).nullable(),
  places: z.strictObject({ local: place, second: place }),
})
/** What is remembered of the backups between two starts; lost, it only has to be learnt again. */
export type Memory = z.infer<typeof memorySchema>

export type PlaceName = keyof Memory['places']
export const PLACES: readonly PlaceName[] = ['local', 'second']

const NOTHING: Memory['places']['local'] = { trouble: null, goodAt: null, goodBytes: null, lostFiles: 0 }

/** A place of which nothing is known. */
export function newPlace(): Memory['places']['local'] {
  return { ...NOTHING }
}

/** Before anything was remembered. */
export function emptyMemory(): Memory {
  return {
    version: 1,
    office: null,
    second: null,
    last: null,
    places: { local: newPlace(), second: newPlace() },
  }
}

/** Reads it; a missing or damaged file is an empty memory. Throws the system's error where there is one not to be read. */
export async function readMemory(disk: Disk, path: string): Promise<Memory> {
  const text = await disk.readText(path)
  try {
    return memorySchema.parse(JSON.parse(text ?? ''))
  } catch {
    return emptyMemory()
  }
}

/** Replaces the file. Throws the system's error. */
export async function writeMemory(disk: Disk, path: string, memory: Memory): Promise<void> {
  await disk.writeText(path, `${JSON.stringify(memory, null, 2)}\n`)
}
