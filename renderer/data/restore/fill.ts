import type { Output } from '../../../shared/ipc/channels'
import { DATA_VERSION, stepsFrom } from '../../../shared/schema'
import {
  BACKUP_ENTRIES,
  type BackupEnd,
  type BackupManifest,
  backupEndSchema,
  backupManifestSchema,
} from '../../../shared/schema/backup'
import { loadPinyin } from '../../../shared/util/pinyin'
import { accept, type Refusal, type Result, refuse } from '../../../shared/util/result'
import type { DeskDatabase } from '../core/database'
import { RowWriter } from '../core/rowWriter'
import { type ChainState, isRecordTable, RECORD_TABLES } from '../core/tables'
import { keepReplicating } from '../replica/mark'
import { applySteps } from '../startup/migrateDatabase'
import { advance, readEntry, Replay } from '../startup/replay'
import { RowSums } from './rowSums'

type Row = Record<string, unknown>

/** A backup that is read from its beginning, a moment's worth at a time. */
export interface BackupSource {
  more: () => Promise<Result<Output<'restore.more'>>>
}

export interface FillOptions {
  /** Bytes of the backup read so far, of how many. */
  onProgress: (done: number, total: number) => void
  signal: AbortSignal
}

/** Tables of a backup that are no records. */
const BESIDE = new Set(['audit', 'auditDetails', 'agreed', 'outbox'])

/** Rows written, read once more and digested in one go: the window answers between them. */
const ROWS = 250

/**
 * Fills an empty database from a backup: rows through the writer, so that lists, counters and search documents are made
 * anew; the entries written meanwhile replayed on top; older data migrated at the end. Nothing counts before the digest
 * over all records equals the one that was followed while reading. Refuses as `restore.more`, restore.chainBroken
 * `{ seq }`, restore.notEqual `{ table }`, restore.cancelled.
 */
export async function fillFromBackup(
  db: DeskDatabase,
  source: BackupSource,
  { onProgress, signal }: FillOptions,
): Promise<Result<BackupEnd>> {
  await loadPinyin()
  const filler = new Filler(db)
  for (;;) {
    if (signal.aborted) return refuse('restore.cancelled')
    const portion = await source.more()
    if (!portion.ok) return portion
    const { entries, at, bytes, done } = portion.value
    for (const { name, text } of entries) {
      const refusal = await filler.take(name, text)
      if (refusal) return { ok: false, refusal }
    }
    onProgress(at, bytes)
    if (done) break
  }
  return filler.finish(signal)
}

class Filler {
  private manifest: BackupManifest | null = null
  private end: BackupEnd | null = null
  private chain: ChainState | null = null
  private readonly sums = new RowSums()

  constructor(private readonly db: DeskDatabase) {}

  /** Takes the next entry; answers why it cannot be taken. */
  async take(name: string, text: string): Promise<Refusal | null> {
    if (name === BACKUP_ENTRIES.manifest) return this.begin(backupManifestSchema.parse(JSON.parse(text)))
    if (name === BACKUP_ENTRIES.end) this.end = backupEndSchema.parse(JSON.parse(text))
    else if (name === BACKUP_ENTRIES.numbers) await this.db.table('numbers').bulkPut(rowsOf(text))
    else if (name.startsWith('journal/')) return this.replay(text)
    else if (name.startsWith('tables/')) await this.putTable(name.split('/')[1] ?? '', linesOf(text))
    return null
  }

  /** Behind the last entry: everything is there and equal, then it is brought up to this release. */
  async finish(signal: AbortSignal): Promise<Result<BackupEnd>> {
    const { db, manifest, end, chain } = this
    if (!manifest || !end) return refuse('restore.truncated')
    if (chain?.seq !== end.to.seq || chain.digest !== end.to.digest)
      return refuse('restore.chainBroken', undefined, { seq: end.to.seq })
    const differs = this.sums.differsFrom(await sumsOf(db, signal))
    if (signal.aborted) return refuse('restore.cancelled')
    if (differs !== null) return refuse('restore.notEqual', undefined, { table: differs })
    await db.transaction('rw', db.tables, async () => {
      const { dataVersion } = manifest
      if (dataVersion < DATA_VERSION) await applySteps(db, stepsFrom(dataVersion), DATA_VERSION)
      const newest: ChainState = { ...chain, newestAt: end.newestAt }
      await db.of('meta').put({ key: 'chain', value: newest })
      if ((await db.of('agreed').limit(1).toArray()).length > 0) await keepReplicating(db)
    })
    return accept(end)
  }

  private async begin(manifest: BackupManifest): Promise<null> {
    this.manifest = manifest
    const { seq, digest, deviceId } = manifest.from
    this.chain = { seq, digest, newestAt: '' }
    await this.db.of('meta').bulkPut([
      { key: 'dataVersion', value: manifest.dataVersion },
      { key: 'deviceId', value: deviceId },
      { key: 'chain', value: this.chain },
    ])
    return null
  }

  private async putTable(table: string, lines: string[]): Promise<void> {
    for (let from = 0; from < lines.length; from += ROWS)
      await this.putRows(table, lines.slice(from, from + ROWS).map(rowOf))
  }

  private async putRows(table: string, rows: Row[]): Promise<void> {
    const { db } = this
    if (BESIDE.has(table)) {
      await db.table(table).bulkPut(rows)
      return
    }
    if (!isRecordTable(table)) throw new Error('a table that nobody knows')
    await db.transaction('rw', db.tables, async () => {
      // Of rows that a later step is still to change nothing can be derived.
      if (this.manifest?.dataVersion !== DATA_VERSION) return void (await db.table(table).bulkPut(rows))
      const writer = new RowWriter(db)
      await writer.bulkPut(table, rows)
      await writer.finish()
    })
    for (const row of rows) this.sums.add(table, row)
  }

  private async replay(text: string): Promise<Refusal | null> {
    const { db, sums } = this
    const version = this.manifest?.dataVersion ?? DATA_VERSION
    return db.transaction('rw', db.tables, async () => {
      const pen = new Replay(db, version, (table, row, before) => {
        if (!isRecordTable(table)) return
        if (before) sums.drop(table, before)
        sums.add(table, row)
      })
      let refusal: Refusal | null = null
      for (const body of linesOf(text)) {
        const entry = readEntry({ digest: digestIn(body), body }, this.chain)
        if (!entry) {
          refusal = { key: 'restore.chainBroken', params: { seq: (this.chain?.seq ?? 0) + 1 } }
          break
        }
        await pen.take(entry)
        this.chain = advance(this.chain, entry)
      }
      await pen.finish(this.chain)
      return refusal
    })
  }
}

async function sumsOf(db: DeskDatabase, signal: AbortSignal): Promise<RowSums> {
  const sums = new RowSums()
  for (const table of RECORD_TABLES) {
    for (let after: string | null = null; !signal.aborted; ) {
      const from = after === null ? db.table(table).toCollection() : db.table(table).where(':id').above(after)
      const rows: Row[] = await from.limit(ROWS).toArray()
      for (const row of rows) sums.add(table, row)
      if (rows.length < ROWS) break
      after = String(rows.at(-1)?.['id'])
    }
  }
  return sums
}

function digestIn(body: string): string {
  return (JSON.parse(body) as { audit?: { digest?: string } }).audit?.digest ?? ''
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line !== '')
}

function rowsOf(text: string): Row[] {
  return linesOf(text).map(rowOf)
}

function rowOf(line: string): Row {
  return JSON.parse(line) as Row
}
