import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Dataset } from '../../shared/ipc/datasetChannels'
import { accept, type Result, refuse } from '../../shared/util/result'
import { writeFileAtomic } from './atomicFile'
import { makeQueue } from './queue'
import { errorCode } from './systemRefusal'

/** Id of the dataset that every office begins with: its ledger is the folder itself. */
const FIRST = 'first'
const FIRST_DATABASE = 'front-desk'

const one = z.strictObject({ id: z.string().regex(/^[\w-]{1,40}$/), database: z.string(), since: z.string() })
const pointer = z.strictObject({
  version: z.literal(1),
  current: one,
  staged: z.array(one),
  replaced: z.array(one),
})
type Pointer = z.infer<typeof pointer>

/** What the list needs from outside: the ledger's folder, the time, and ids that were never used. */
export interface DatasetsOptions {
  folder: string
  clock: () => Date
  newId: () => string
}

/** Which data is the office's, kept in one small file that is replaced whole: the switch of a restore is atomic. */
export interface Datasets {
  list(): Promise<Omit<Pointer, 'version'>>
  current(): Promise<Dataset>
  /** The ledger folder of a dataset. */
  folderOf(dataset: Pick<Dataset, 'id'>): string
  /** An empty one beside the current. Throws the system's error. */
  stage(): Promise<Dataset>
  /** Makes a staged or replaced dataset the current one; the former current is kept as replaced. Refuses `dataset.unknown`. */
  activate(id: string): Promise<Result<Dataset>>
  /** Removes the ledger of one that is not in use. Refuses `dataset.unknown`, `dataset.inUse`. */
  remove(id: string): Promise<Result<Record<string, never>>>
}

/** A pointer that cannot be read: to begin with the first dataset would show data that was replaced. */
export class DamagedPointer extends Error {
  override name = 'DamagedPointer'
}

/** Opens the list in the ledger's folder, which must exist. */
export function openDatasets({ folder, clock, newId }: DatasetsOptions): Datasets {
  const path = join(folder, 'dataset.json')
  const queue = makeQueue()
  const now = (): string => clock().toISOString()
  const folderOf = ({ id }: Pick<Dataset, 'id'>): string =>
    id === FIRST ? folder : join(folder, 'datasets', id)
  const read = async (): Promise<Pointer> => (await readPointer(path)) ?? beginning(now())
  const write = (next: Pointer): Promise<void> => writeFileAtomic(path, `${JSON.stringify(next, null, 2)}\n`)

  return {
    list: () => queue(read),
    current: () => queue(async () => (await read()).current),
    folderOf,
    stage: () =>
      queue(async () => {
        const known = await read()
        const id = newId()
        const made = { id, database: `${FIRST_DATABASE}-${id}`, since: now() }
        // Named first: a folder that nobody names would never be cleared away.
        await write({ ...known, staged: [...known.staged, made] })
        await mkdir(folderOf(made), { recursive: true, mode: 0o700 })
        return made
      }),
    activate: (id) =>
      queue(async () => {
        const known = await read()
        const chosen = [...known.staged, ...known.replaced].find((other) => other.id === id)
        if (!chosen) return refuse('dataset.unknown')
        const others = without(known, id)
        const former = { ...known.current, since: now() }
        await write({ ...others, current: chosen, replaced: [...others.replaced, former] })
        return accept(chosen)
      }),
    remove: (id) =>
      queue(async () => {
        const known = await read()
        if (known.current.id === id) return refuse('dataset.inUse')
        if (![...known.staged, ...known.replaced].some((other) => other.id === id))
          return refuse('dataset.unknown')
        await removeLedger(folderOf({ id }), id)
        await write(without(known, id))
        return accept({})
      }),
  }
}

function beginning(since: string): Pointer {
  return { version: 1, current: { id: FIRST, database: FIRST_DATABASE, since }, staged: [], replaced: [] }
}

function without(known: Pointer, id: string): Pointer {
  const other = (dataset: Dataset): boolean => dataset.id !== id
  return { ...known, staged: known.staged.filter(other), replaced: known.replaced.filter(other) }
}

/** The first dataset's folder holds the others and the pointer too: only what is its own goes. */
async function removeLedger(folder: string, id: string): Promise<void> {
  const own = ['journal', 'attachments', 'attachments.sealed-for', 'backups', 'sentinel.json', 'vault.json']
  const paths = id === FIRST ? own.map((name) => join(folder, name)) : [folder]
  for (const path of paths) await rm(path, { recursive: true, force: true })
}

async function readPointer(path: string): Promise<Pointer | null> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
  try {
    return pointer.parse(JSON.parse(text))
  } catch {
    throw new DamagedPointer()
  }
}
