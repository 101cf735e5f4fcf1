import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import type { Secrets } from '../vault/sealed'
import type { Disk } from './disk'
import type { Place } from './place'
import { type Bytes, opening, SEALED_BEGINNING, sealing } from './seal'
import { Cancelled, goOn } from './trouble'

const FOLDER = 'attachments'
const LEFT = 'left.json'
const NAME = /^[0-9a-f]{64}\.age$/

const leftSchema = z.strictObject({
  version: z.literal(1),
  /** Files that no newer backup names, with the backups that may name them. */
  groups: z.array(z.strictObject({ before: z.array(z.string()), files: z.array(z.string()) })),
})
type Group = z.infer<typeof leftSchema>['groups'][number]

/** Where the office's files lie, and what opens and seals them. */
export interface FileSource {
  disk: Disk
  /** The store's folder: `<folder>/ab/<sha256>`, sealed or plain. */
  folder: string
  secrets: Secrets
  recipient: string
}

/** What a run brought to a place: `lost` are files that the store no longer holds as they were. */
export interface FilesBrought {
  brought: number
  lost: number
}

/**
 * Brings every file that `wanted` names (SHA-256 of the plain bytes) and the place does not have: sealed as it lies in
 * the store. Each is read back, opened and compared with its name before it counts. Throws `Cancelled` or the place's error.
 */
export async function bringFiles(
  place: Place,
  wanted: readonly string[],
  source: FileSource,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<FilesBrought> {
  const there = await filesAt(place)
  const missing = wanted.filter((sha256) => !there.has(sha256))
  const result = { brought: 0, lost: 0 }
  for (const [at, sha256] of missing.entries()) {
    goOn(signal)
    onProgress(at, missing.length)
    if (await bringFile(place, sha256, source, signal)) result.brought += 1
    else result.lost += 1
  }
  return result
}

/**
 * Removes files that no backup of the place can name any more. To be called last of all, when the newest backup and
 * the index are on the disk; `newest` names `wanted`. Broken off anywhere it leaves files that nobody names.
 */
export async function pruneFiles(place: Place, wanted: readonly string[], newest: string): Promise<void> {
  const { backups, strays } = await place.shelf()
  const there = await filesAt(place)
  const named = new Set(wanted)
  const groups = await readLeft(place)
  const waiting = new Set(groups.flatMap(({ files }) => files))
  const before = backups.map(({ name }) => name).filter((name) => name !== newest)
  const since = [...there].filter((sha256) => !named.has(sha256) && !waiting.has(sha256))
  const next = [...groups, ...(since.length > 0 ? [{ before, files: since }] : [])]
    .map((group) => ({ ...group, files: group.files.filter((one) => there.has(one) && !named.has(one)) }))
    .filter(({ files }) => files.length > 0)
  const shelf = new Set([...before, newest])
  // A backup that the index does not know may name anything.
  const over = (group: Group): boolean => strays.length === 0 && !group.before.some((name) => shelf.has(name))
  if (next.length > 0 || groups.length > 0) await writeLeft(place, next)
  const gone = next.filter(over).flatMap(({ files }) => files)
  for (const sha256 of gone) await place.disk.remove(pathAt(place, sha256))
}

async function readLeft(place: Place): Promise<Group[]> {
  try {
    const text = await place.disk.readText(place.pathOf(join(FOLDER, LEFT)))
    return leftSchema.parse(JSON.parse(text ?? '')).groups
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return []
    throw error
  }
}

function writeLeft(place: Place, groups: readonly Group[]): Promise<void> {
  return place.disk.writeText(place.pathOf(join(FOLDER, LEFT)), `${JSON.stringify({ version: 1, groups })}\n`)
}

function pathAt(place: Place, sha256: string): string {
  return place.pathOf(join(FOLDER, sha256.slice(0, 2), `${sha256}.age`))
}

/** What is there; leftovers of a run that was broken off go. */
async function filesAt(place: Place): Promise<Set<string>> {
  const { disk } = place
  const found = new Set<string>()
  for (const part of await disk.list(place.pathOf(FOLDER))) {
    if (!/^[0-9a-f]{2}$/.test(part)) continue
    for (const name of await disk.list(place.pathOf(join(FOLDER, part)))) {
      if (NAME.test(name)) found.add(name.slice(0, 64))
      else if (name.endsWith('.tmp')) await disk.remove(place.pathOf(join(FOLDER, part, name)))
    }
  }
  return found
}

/** Answers false where the store has no such file, or one with other bytes than its name says. */
async function bringFile(
  place: Place,
  sha256: string,
  { disk, folder, secrets, recipient }: FileSource,
  signal: AbortSignal,
): Promise<boolean> {
  const from = join(folder, sha256.slice(0, 2), sha256)
  if ((await disk.size(from)) === null) return false
  const bytes = (await isSealed(disk, from)) ? disk.read(from) : sealing(disk.read(from), { recipient })
  await place.disk.makeFolder(place.pathOf(join(FOLDER, sha256.slice(0, 2))))
  const path = pathAt(place, sha256)
  const temp = `${path}.tmp`
  const file = await place.disk.create(temp)
  try {
    for await (const portion of bytes) {
      goOn(signal)
      await file.write(portion)
    }
    await file.sync()
    await file.close()
    if ((await plainDigest(place.bytesOf(temp), secrets.identity)) !== sha256) {
      await place.disk.remove(temp)
      return false
    }
    await place.disk.replace(temp, path)
    return true
  } catch (error) {
    await place.giveUp({ temp, file })
    throw error
  }
}

async function isSealed(disk: Disk, path: string): Promise<boolean> {
  for await (const portion of disk.read(path))
    return Buffer.from(portion).subarray(0, SEALED_BEGINNING.length).equals(Buffer.from(SEALED_BEGINNING))
  return false
}

/** null where it does not open: sealed for another office, or damaged. Throws the disk's error. */
async function plainDigest(source: Bytes, identity: string): Promise<string | null> {
  const hash = createHash('sha256')
  try {
    for await (const portion of opening(source, { identity })) hash.update(portion)
    return hash.digest('hex')
  } catch (error) {
    if (error instanceof Cancelled || (error instanceof Error && 'code' in error)) throw error
    return null
  }
}
