import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { writeFileAtomic } from '../atomicFile'
import { systemRefusal } from '../systemRefusal'
import { type FileOnDisk, listFiles } from './files'
import { admit, emptyRun, type Run } from './run'
import { scanLines } from './scan'
import { type FileState, loadSnapshot, type Problem, type Snapshot } from './snapshot'

/** All that the journal knows in memory. */
export interface JournalState {
  run: Run
  files: FileState[]
  /** Found at this start only: torn tails that were cut off and kept aside. */
  torn: Problem[]
  /** The history had to be read, as there was no snapshot that fits it. */
  reread: boolean
}

function unread(name: string): FileState {
  return { name, size: 0, mtimeMs: 0, lines: 0, lastAt: 0, lastDigest: '', plain: false, problems: [] }
}

async function endsAsKnown(folder: string, file: FileState): Promise<boolean> {
  if (file.lines === 0) return true
  let digest = ''
  await scanLines(join(folder, file.name), file.lastAt, file.size, ({ parsed }) => {
    digest = parsed?.digest ?? ''
  })
  return digest === file.lastDigest
}

/** The snapshot counts when every file is untouched, save that the newest may have grown. */
async function isTrusted(folder: string, snapshot: Snapshot, disk: FileOnDisk[]): Promise<boolean> {
  const newest = snapshot.files.length - 1
  for (const [at, known] of snapshot.files.entries()) {
    const found = disk[at]
    if (found?.name !== known.name) return false
    const untouched = found.size === known.size && found.mtimeMs === known.mtimeMs
    if (!untouched && (at !== newest || found.size <= known.size)) return false
  }
  const last = snapshot.files[newest]
  return last === undefined || endsAsKnown(folder, last)
}

function stateOf(snapshot: Snapshot | null): JournalState {
  if (!snapshot) return { run: emptyRun(), files: [], torn: [], reread: true }
  const ahead = new Map(snapshot.ahead.map((line) => [line.seq, line]))
  const run = { lastSeq: snapshot.lastSeq, lastDigest: snapshot.lastDigest, ahead }
  return { run, files: snapshot.files, torn: [], reread: false }
}

/** Where the last good line of a file ends: its offset, and how many lines stand before it. */
interface GoodEnd {
  offset: number
  lines: number
}

/** Reads a file's unread part into the state. */
async function readOn(folder: string, state: JournalState, disk: FileOnDisk): Promise<GoodEnd> {
  const known = state.files.find(({ name }) => name === disk.name) ?? unread(disk.name)
  if (!state.files.includes(known)) state.files.push(known)
  const good = { offset: known.size, lines: known.lines }
  await scanLines(join(folder, disk.name), known.size, disk.size, ({ offset, length, parsed }) => {
    known.lines += 1
    if (!parsed) {
      known.problems.push({ key: 'journal.damagedLine', file: disk.name, line: known.lines })
      return
    }
    good.offset = offset + length
    good.lines = known.lines
    known.lastAt = offset
    known.lastDigest = parsed.digest
    if (!parsed.sealed) known.plain = true
    if (admit(state.run, parsed) === 'fork')
      known.problems.push({ key: 'journal.fork', file: disk.name, line: known.lines })
  })
  known.size = disk.size
  known.mtimeMs = disk.mtimeMs
  return good
}

/**
 * A power cut can leave half a line at the end of the newest file. It was never acknowledged; its bytes are
 * kept in a file beside it, then the line is cut off, so that the next one starts clean.
 */
async function cutTornTail(folder: string, file: FileState, good: GoodEnd, stamp: string): Promise<Problem> {
  const path = join(folder, file.name)
  const handle = await open(path, 'r+')
  try {
    const bytes = Buffer.alloc(file.size - good.offset)
    await handle.read(bytes, 0, bytes.length, good.offset)
    await writeFileAtomic(`${path}.torn-${stamp}`, bytes)
    await handle.truncate(good.offset)
    await handle.sync()
    const { size, mtimeMs } = await handle.stat()
    Object.assign(file, { size, mtimeMs })
  } finally {
    await handle.close()
  }
  file.lines = good.lines
  file.problems = file.problems.filter(({ line }) => line <= good.lines)
  return { key: 'journal.tornTail', file: file.name, line: good.lines + 1 }
}

/** Reads files from their beginning up to the given sizes, changing nothing on the disk. */
export async function readAnew(folder: string, files: readonly FileOnDisk[]): Promise<JournalState> {
  const state = stateOf(null)
  for (const file of files) await readOn(folder, state, file)
  return state
}

/**
 * Makes lines that a killed process had written but not flushed safe before they are counted.
 * On a read-only folder nothing can be done, and nothing of ours is still unflushed there.
 */
async function flush(path: string): Promise<void> {
  try {
    const handle = await open(path, 'r+')
    await handle.datasync().finally(() => handle.close())
  } catch (error) {
    if (systemRefusal(error).refusal.key !== 'disk.readOnly') throw error
  }
}

/**
 * Finds out where the journal stands: from the snapshot and what was written since, or, when the snapshot
 * does not fit the files, by reading everything. Repairs a torn tail; `stamp` names what is kept of it.
 * Throws the system's error.
 */
export async function recover(folder: string, stamp: string): Promise<JournalState> {
  const disk = await listFiles(folder)
  const snapshot = await loadSnapshot(folder)
  const trusted = snapshot !== null && (await isTrusted(folder, snapshot, disk))
  const state = stateOf(trusted ? snapshot : null)
  for (const [at, found] of disk.entries()) {
    if (state.files[at]?.size === found.size) continue
    const good = await readOn(folder, state, found)
    const known = state.files[at]
    if (at !== disk.length - 1 || !known) continue
    if (good.offset < found.size) state.torn.push(await cutTornTail(folder, known, good, stamp))
    else await flush(join(folder, found.name))
  }
  return state
}
