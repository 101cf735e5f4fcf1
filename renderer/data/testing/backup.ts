import type { JournalLine, Output } from '../../../shared/ipc/channels'
import { DATA_VERSION } from '../../../shared/schema'
import { BACKUP_ENTRIES, type BackupEnd, type BackupManifest } from '../../../shared/schema/backup'
import { accept, type Result } from '../../../shared/util/result'
import type { DeskDatabase } from '../core/database'
import { withoutListKeys } from '../core/rowTraits'
import { type AnyTable, type ChainState, RECORD_TABLES } from '../core/tables'
import type { BackupSource } from '../restore/fill'

/** Entries of a backup by name, in their order. */
export type PlainBackup = { name: string; text: string }[]

const ROWS = 7

/** Where the chain of a database ends. */
export async function chainEndOf(db: DeskDatabase): Promise<BackupManifest['from']> {
  const [chain, device] = await db.of('meta').bulkGet(['chain', 'deviceId'])
  const { seq, digest } = (chain as { value: ChainState }).value
  return { deviceId: String(device?.value), seq, digest }
}

/**
 * Writes what a backup of a database holds, without its encryption; `meanwhile` runs after the first tables were read
 * and answers the lines that it wrote.
 */
export async function plainBackup(
  db: DeskDatabase,
  meanwhile: () => Promise<readonly JournalLine[]> = async () => [],
): Promise<PlainBackup> {
  const from = await chainEndOf(db)
  const entries: PlainBackup = []
  const rows: Record<string, number> = {}
  const lines: JournalLine[] = []
  for (const [at, table] of tablesOf().entries()) {
    if (at === 10) lines.push(...(await meanwhile()))
    const all = (await db.table(table).toArray()).map(withoutListKeys)
    if (all.length > 0) rows[table] = all.length
    for (let first = 0; first < all.length; first += ROWS) {
      const name = BACKUP_ENTRIES.table(table, first / ROWS + 1)
      entries.push({ name, text: jsonl(all.slice(first, first + ROWS)) })
    }
  }
  const version = (await db.of('meta').get('dataVersion'))?.value ?? DATA_VERSION
  const [office] = await db.of('office').toArray()
  const manifest: BackupManifest = {
    format: 'front-desk.backup',
    version: 1,
    appVersion: '1.0.0',
    dataVersion: Number(version),
    reason: 'byHand',
    madeAt: '2026-11-21T02:00:00.000Z',
    officeId: office?.id ?? '',
    estateName: office?.estateName ?? '',
    officeName: office?.officeName ?? '',
    from,
    counts: rows,
  }
  const to = await chainEndOf(db)
  const last = (await db.of('meta').get('chain')) as { value: ChainState }
  const { newestAt } = last.value
  const end: BackupEnd = { to, newestAt, rows, attachments: [] }
  return [
    { name: BACKUP_ENTRIES.manifest, text: JSON.stringify(manifest) },
    { name: BACKUP_ENTRIES.numbers, text: jsonl(await db.of('numbers').toArray()) },
    ...entries,
    ...lines.map(({ body }, at) => ({ name: BACKUP_ENTRIES.journal(at + 1), text: `${body}\n` })),
    { name: BACKUP_ENTRIES.end, text: JSON.stringify(end) },
  ]
}

/** Gives its entries a few at a time, as main does. */
export function sourceOf(entries: PlainBackup): BackupSource {
  let at = 0
  return {
    more: async (): Promise<Result<Output<'restore.more'>>> => {
      const portion = entries.slice(at, at + 5)
      at += portion.length
      const bytes = entries.length
      return accept({ at, bytes, done: at >= bytes, entries: portion, inspection: null })
    },
  }
}

function tablesOf(): AnyTable[] {
  return [...RECORD_TABLES, 'audit', 'auditDetails']
}

function jsonl(rows: readonly unknown[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('')
}
