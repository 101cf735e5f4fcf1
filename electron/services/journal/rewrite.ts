import { createHash, type Hash } from 'node:crypto'
import { type FileHandle, open, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { JournalLine } from '../../../shared/ipc/channels'
import { tempName } from '../atomicFile'
import { formatLine, formatSealedLine, openLine } from './line'
import type { JournalKey } from './seal'
import { type ScannedLine, scanLines } from './scan'
import type { FileState } from './snapshot'

/** A whole file written anew beside the old one, flushed and read back; it only waits for its name. */
export interface Rewritten {
  temp: string
  /** Offset of its last good line. */
  lastAt: number
}

/** What a line says from now on: its body, the head stays. The same body leaves it as it was. */
export type Rewording = (line: JournalLine) => string

/** What was read back is not what was written: a disk that lies. The old file stays. */
export class NotReadBack extends Error {
  override name = 'NotReadBack'
}

/** Between two steps of a rewriting, for tests that end there as a power cut would. */
export type Step = 'begun' | 'written' | 'flushed' | 'readBack' | 'replaced'

/** What a rewriting needs. */
export interface Rewriting {
  folder: string
  vault: JournalKey
  reword: Rewording
  onStep: (step: Step) => void
}

/**
 * Writes a journal file anew: every line reworded, and sealed where the vault is open. Damaged lines, and those of
 * another key, are taken over byte by byte. Throws the system's
 * error, `NotReadBack`, `JournalLocked`; what is left behind is removed by the next `clearRewritten`.
 */
export async function writeAnew(file: FileState, rewriting: Rewriting): Promise<Rewritten> {
  const path = join(rewriting.folder, file.name)
  const temp = tempName(path)
  const handle = await open(temp, 'wx', 0o600)
  try {
    rewriting.onStep('begun')
    const meant = await copyReworded(path, file.size, handle, rewriting)
    rewriting.onStep('written')
    await handle.sync()
    rewriting.onStep('flushed')
    const { size } = await handle.stat()
    const { said, lastAt } = await readBack(temp, size, rewriting.vault)
    if (said !== meant) throw new NotReadBack()
    rewriting.onStep('readBack')
    return { temp, lastAt }
  } finally {
    await handle.close()
  }
}

/** Removes what a rewriting left that was broken off. */
export async function clearRewritten(folder: string): Promise<void> {
  const left = (await readdir(folder)).filter((name) => /\.fdj\.\d+-\d+\.tmp$/.test(name))
  await Promise.all(left.map((name) => rm(join(folder, name), { force: true })))
}

/** Copies line by line; answers the digest of what the lines say, however they are stored. */
async function copyReworded(
  path: string,
  size: number,
  target: FileHandle,
  { vault, reword }: Rewriting,
): Promise<string> {
  const key = vault.kind === 'open' ? vault.key : null
  const meant = createHash('sha256')
  let blocks: Buffer[] = []
  const visit = ({ bytes, parsed }: ScannedLine): void => {
    const line = parsed && openLine(parsed, vault)
    const next = line && { ...line, body: reword(line) }
    blocks.push(
      next
        ? Buffer.from(key ? formatSealedLine(next, key) : formatLine(next))
        : Buffer.concat([bytes, LINE_FEED]),
    )
    note(meant, next, bytes)
  }
  await scanLines(path, 0, size, visit, async () => {
    const portion = Buffer.concat(blocks)
    blocks = []
    await target.writeFile(portion)
  })
  return meant.digest('hex')
}

const LINE_FEED = Buffer.from('\n')

function note(hash: Hash, line: JournalLine | null, bytes: Buffer): void {
  hash.update(line ? `${line.seq} ${line.prev} ${line.digest} ${line.body}\n` : bytes)
}

async function readBack(
  path: string,
  size: number,
  vault: JournalKey,
): Promise<{ said: string; lastAt: number }> {
  const said = createHash('sha256')
  let lastAt = 0
  await scanLines(path, 0, size, ({ offset, bytes, parsed }) => {
    if (parsed) lastAt = offset
    note(said, parsed && openLine(parsed, vault), bytes)
  })
  return { said: said.digest('hex'), lastAt }
}
