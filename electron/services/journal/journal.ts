import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { JournalLine } from '../../../shared/ipc/channels'
import { accept, type Result, refuse } from '../../../shared/util/result'
import { replaceFile } from '../atomicFile'
import { makeQueue } from '../queue'
import { systemRefusal } from '../systemRefusal'
import { deviceOf } from './entry'
import { formatLine, formatSealedLine } from './line'
import { digestAt, type Locations, locate, readLines } from './readBack'
import { type JournalState, readAnew, recover } from './recover'
import {
  clearRewritten,
  type Rewording,
  type Rewriting,
  type Rewritten,
  type Step,
  writeAnew,
} from './rewrite'
import { admit, copyRun, type Run } from './run'
import type { JournalKey } from './seal'
import { type FileState, type Problem, saveSnapshot } from './snapshot'
import { appendBlock, ChangedOutside, targetFile } from './write'

/** Lines or bytes after which the snapshot is renewed: about the most that a start has to read. */
const SNAPSHOT_LINES = 256
const SNAPSHOT_BYTES = 1024 * 1024
/** Digests kept in memory, so that a line sent twice is recognised without reading the history. */
const MOST_RECENT = 1000

/** Where the journal lives and what time it is; the clock only names files. */
export interface JournalOptions {
  folder: string
  clock: () => Date
  /** Asked whenever lines are written or read; without it they lie open. */
  vault?: () => Promise<JournalKey>
  /** Between the steps of writing a file anew, in tests only. */
  onStep?: (step: Step) => void
}

/** The end of the unbroken run from 1, and what is damaged. */
export interface JournalReport {
  lastSeq: number
  lastDigest: string
  problems: Problem[]
}

/** The append-only second copy of every acknowledged command (quality 1). Calls run one after another. */
export interface Journal {
  /** Throws the system's error when the folder cannot be read. */
  status(): Promise<JournalReport>
  /**
   * Answers after the flush. Refuses `journal.fork`, `journal.badLine` (`seq`), `vault.locked` and the keys of
   * `systemRefusal`.
   */
  append(lines: readonly JournalLine[]): Promise<Result<{ lastSeq: number }>>
  /**
   * Lines above `afterSeq` in order. The first call reads the whole history to find them. Throws `JournalLocked` where
   * a line is sealed and the vault is not open.
   */
  read(afterSeq: number, maxBytes: number): Promise<{ lines: JournalLine[]; done: boolean }>
  /** Reads every line anew beside the work, so that damage done since the start shows in `status`. */
  verify(): Promise<void>
  /**
   * Writes whole files anew beside the work: each is flushed, read back, and then takes the old one's place, so that a
   * power cut leaves one or the other. Answers how many; a file that changed meanwhile stays. Throws the system's
   * error, `NotReadBack`, `JournalLocked`.
   * @param concerns which files; all where it is left out.
   */
  rewrite(reword: Rewording, concerns?: (file: FileState) => boolean): Promise<number>
  /** Seals files whose lines were written before there was a vault, as `rewrite` does. */
  sealPlain(): Promise<number>
  /** Runs a task while nothing is written (the folder may move); everything is read anew afterwards. */
  exclusively<T>(task: () => Promise<T>): Promise<T>
  /** Keeps the snapshot for a quick next start. */
  close(): Promise<void>
}

interface Memory {
  state: JournalState
  locations: Locations | null
  recent: Map<number, string>
  unsaved: { lines: number; bytes: number }
}

/** Lines that are new, and the run as it will be once they are written. */
interface Admission {
  fresh: JournalLine[]
  run: Run
}

/** Opens the journal lazily: the first call reads the folder. */
export function openJournal(options: JournalOptions): Journal {
  return new FolderJournal(options)
}

class FolderJournal implements Journal {
  private readonly queue = makeQueue()
  /** Long work beside the desk's: one at a time, and none of it holds up a line. */
  private readonly beside = makeQueue()
  /** Name of the file that is being written anew: it takes no more lines. */
  private finished: string | null = null
  private memory: Memory | null = null

  constructor(private readonly options: JournalOptions) {}

  status(): Promise<JournalReport> {
    return this.queue(async () => report((await this.load()).state))
  }

  async append(lines: readonly JournalLine[]): Promise<Result<{ lastSeq: number }>> {
    const result = await this.queue(() => this.tryAppend(lines))
    void this.queue(() => this.renewSnapshot())
    return result
  }

  read(afterSeq: number, maxBytes: number): Promise<{ lines: JournalLine[]; done: boolean }> {
    return this.queue(async () => {
      const locations = await this.located(await this.load())
      return readLines(this.options.folder, locations, afterSeq, maxBytes, await this.vault())
    })
  }

  verify(): Promise<void> {
    return this.beside(async () => {
      const { state } = await this.queue(() => this.load())
      const sizes = state.files.map((file) => ({ ...file }))
      const anew = await readAnew(this.options.folder, sizes)
      for (const [at, file] of state.files.entries()) file.problems = anew.files[at]?.problems ?? []
    })
  }

  rewrite(reword: Rewording, concerns: (file: FileState) => boolean = () => true): Promise<number> {
    return this.beside(async () => {
      const { folder, onStep = () => undefined } = this.options
      const rewriting: Rewriting = { folder, vault: await this.vault(), reword, onStep }
      const { state } = await this.queue(() => this.load())
      await clearRewritten(folder)
      let done = 0
      for (const file of state.files.filter((one) => one.lines > 0 && concerns(one)))
        if (await this.rewriteFile(file.name, rewriting)) done += 1
      return done
    })
  }

  async sealPlain(): Promise<number> {
    if ((await this.vault()).kind !== 'open') return 0
    return this.rewrite(
      ({ body }) => body,
      ({ plain }) => plain,
    )
  }

  exclusively<T>(task: () => Promise<T>): Promise<T> {
    const forget = (): void => {
      this.memory = null
    }
    return this.queue(() => task().finally(forget))
  }

  close(): Promise<void> {
    return this.queue(() => this.save())
  }

  private async vault(): Promise<JournalKey> {
    return (await this.options.vault?.()) ?? { kind: 'none' }
  }

  private async rewriteFile(name: string, rewriting: Rewriting): Promise<boolean> {
    const taken = await this.queue(async () => {
      const file = (await this.load()).state.files.find((one) => one.name === name)
      this.finished = name
      return file && { ...file }
    })
    try {
      if (!taken) return false
      const written = await writeAnew(taken, rewriting)
      return await this.queue(() => this.replace(taken, written, rewriting))
    } finally {
      this.finished = null
    }
  }

  private async replace(
    taken: FileState,
    written: Rewritten,
    { vault, onStep }: Rewriting,
  ): Promise<boolean> {
    const { state } = await this.load()
    const known = state.files.find(({ name }) => name === taken.name)
    const path = join(this.options.folder, taken.name)
    const before = await stat(path)
    if (!known || before.size !== taken.size || before.mtimeMs !== taken.mtimeMs) return false
    // From here on memory and disk differ until both are told: should that fail, the disk is read again.
    this.memory = null
    await replaceFile(written.temp, path)
    onStep('replaced')
    const { size, mtimeMs } = await stat(path)
    const plain = known.plain && vault.kind !== 'open'
    Object.assign(known, { size, mtimeMs, lastAt: written.lastAt, plain })
    this.memory = { state, locations: null, recent: new Map(), unsaved: { lines: 0, bytes: 0 } }
    await this.save()
    return true
  }

  private async load(): Promise<Memory> {
    if (this.memory) return this.memory
    const { folder, clock } = this.options
    const state = await recover(folder, clock().toISOString().replaceAll(/[:.]/g, '-'))
    this.memory = { state, locations: null, recent: new Map(), unsaved: { lines: 0, bytes: 0 } }
    // What a long reading has found must not be overlooked by the next start.
    if (state.reread) await this.save().catch(() => undefined)
    return this.memory
  }

  private async located(known: Memory): Promise<Locations> {
    known.locations ??= await locate(this.options.folder, known.state.files)
    return known.locations
  }

  private async tryAppend(lines: readonly JournalLine[]): Promise<Result<{ lastSeq: number }>> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await this.appendOnce(lines)
      } catch (error) {
        // Whatever reached the disk is found out by reading it: what memory says no longer counts.
        this.memory = null
        if (!(error instanceof ChangedOutside) || attempt > 0) return systemRefusal(error)
      }
    }
  }

  private async appendOnce(lines: readonly JournalLine[]): Promise<Result<{ lastSeq: number }>> {
    const known = await this.load()
    const devices = lines.map(deviceOf)
    const bad = devices.indexOf(null)
    if (bad !== -1) return refuse('journal.badLine', undefined, { seq: lines[bad]?.seq ?? 0 })
    const admission = await this.consider(known, lines)
    if (!admission.ok) return admission
    const { fresh, run } = admission.value
    const vault = await this.vault()
    // What was to lie sealed is never written in the open for want of a key.
    if (vault.kind === 'locked') return refuse('vault.locked')
    const key = vault.kind === 'open' ? vault.key : null
    if (fresh.length > 0) await this.write(known, fresh, devices[0] ?? '', key)
    known.state.run = run
    return accept({ lastSeq: run.lastSeq })
  }

  private async consider(known: Memory, lines: readonly JournalLine[]): Promise<Result<Admission>> {
    const run = copyRun(known.state.run)
    const fresh: JournalLine[] = []
    for (const line of lines) {
      const place = admit(run, line)
      if (place === 'fork' || (place === 'past' && !(await this.isKnown(known, fresh, line))))
        return refuse('journal.fork', undefined, { seq: line.seq })
      if (place === 'next' || place === 'ahead') fresh.push(line)
    }
    return accept({ fresh, run })
  }

  private async isKnown(known: Memory, fresh: JournalLine[], line: JournalLine): Promise<boolean> {
    const digest =
      known.recent.get(line.seq) ??
      fresh.find(({ seq }) => seq === line.seq)?.digest ??
      (await digestAt(this.options.folder, await this.located(known), line.seq))
    return digest === line.digest
  }

  private async write(
    known: Memory,
    fresh: JournalLine[],
    device: string,
    key: Uint8Array | null,
  ): Promise<void> {
    const { folder, clock } = this.options
    const month = clock().toISOString().slice(0, 7)
    const file = targetFile(known.state.files, device, month, this.finished)
    const blocks = fresh.map((line) => Buffer.from(key ? formatSealedLine(line, key) : formatLine(line)))
    const written = await appendBlock(folder, file, Buffer.concat(blocks))
    noteWritten(known, file, fresh, blocks)
    Object.assign(file, written, { plain: file.plain || key === null })
  }

  private async renewSnapshot(): Promise<void> {
    const { lines, bytes } = this.memory?.unsaved ?? { lines: 0, bytes: 0 }
    if (lines >= SNAPSHOT_LINES || bytes >= SNAPSHOT_BYTES) await this.save().catch(() => undefined)
  }

  private async save(): Promise<void> {
    if (!this.memory) return
    await keepSnapshot(this.options.folder, this.memory.state)
    this.memory.unsaved = { lines: 0, bytes: 0 }
  }
}

function noteWritten(known: Memory, file: FileState, lines: JournalLine[], blocks: Buffer[]): void {
  if (!known.state.files.includes(file)) known.state.files.push(file)
  let offset = file.size
  for (const [at, { seq, digest }] of lines.entries()) {
    const length = blocks[at]?.length ?? 0
    known.locations?.add({ seq, file: file.name, offset, length })
    known.recent.set(seq, digest)
    Object.assign(file, { lines: file.lines + 1, lastAt: offset, lastDigest: digest })
    offset += length
  }
  known.unsaved.lines += lines.length
  known.unsaved.bytes += offset - file.size
  for (const seq of known.recent.keys()) {
    if (known.recent.size <= MOST_RECENT) break
    known.recent.delete(seq)
  }
}

function report({ run, files, torn }: JournalState): JournalReport {
  const problems = [...torn, ...files.flatMap((file) => file.problems)]
  if (run.ahead.size > 0)
    problems.push({ key: 'journal.gap', file: files.at(-1)?.name ?? '', line: run.lastSeq + 1 })
  return { lastSeq: run.lastSeq, lastDigest: run.lastDigest, problems }
}

async function keepSnapshot(folder: string, { run, files }: JournalState): Promise<void> {
  const { lastSeq, lastDigest } = run
  await saveSnapshot(folder, { version: 1, files, lastSeq, lastDigest, ahead: [...run.ahead.values()] })
}
