import { z } from 'zod'
import { id, instant, sha256 } from './basics'

/** Version of the backup's own layout; the rows inside are of `dataVersion`. */
export const BACKUP_FORMAT = 'front-desk.backup'
export const BACKUP_VERSION = 1
export const BACKUP_ENDING = '.fdbackup'

/** Why a backup was made: by the clock, at closing, by hand, before a migration, before a restore replaces the data. */
export const BACKUP_REASONS = ['hourly', 'closing', 'byHand', 'migration', 'restore'] as const
export type BackupReason = (typeof BACKUP_REASONS)[number]

const chainEnd = z.strictObject({
  deviceId: id,
  seq: z.number().int().nonnegative(),
  digest: z.union([z.literal(''), sha256]),
})

/** `manifest.json`, the first entry: what is inside and from where. Inside the encryption, so it may name the office. */
export const backupManifestSchema = z.strictObject({
  format: z.literal(BACKUP_FORMAT),
  version: z.number().int().positive(),
  appVersion: z.string(),
  dataVersion: z.number().int().positive(),
  reason: z.enum(BACKUP_REASONS),
  madeAt: instant,
  officeId: id,
  estateName: z.string(),
  officeName: z.string(),
  /** Where this machine's chain ended when the reading of the tables began. */
  from: chainEnd,
  /** Rows by table when the reading began, from the counters. */
  counts: z.record(z.string(), z.number().int().nonnegative()),
})
export type BackupManifest = z.infer<typeof backupManifestSchema>

/**
 * `end.json`, the last entry: without it the backup is not whole. The tables were read while the desk went on working;
 * `journal/` holds the entries from `manifest.from` to `to`, and only with them replayed are the rows those of one moment.
 */
export const backupEndSchema = z.strictObject({
  to: chainEnd,
  newestAt: instant,
  /** Rows written under `tables/`, by table. */
  rows: z.record(z.string(), z.number().int().nonnegative()),
  /** SHA-256 of every attachment that a row names. */
  attachments: z.array(sha256),
})
export type BackupEnd = z.infer<typeof backupEndSchema>

/**
 * Names of the archive's entries, in their order; portions are numbered from 0001. Tables: the record tables, then
 * `audit` (with `refIds`) and `auditDetails`, one row a line; a line of `journal/` is a `JournalEntry`. What they mean
 * is written in docs/backup-format.md.
 */
export const BACKUP_ENTRIES = {
  manifest: 'manifest.json',
  /** Secrets that open the attachments beside the backup: `{identity, fieldKey}`. */
  keys: 'keys.json',
  /** `{"id":"TS-2026-","last":17}` a line: the highest number given in each series. */
  numbers: 'numbers.jsonl',
  table: (table: string, portion: number): string => `tables/${table}/${portionName(portion)}`,
  journal: (portion: number): string => `journal/${portionName(portion)}`,
  end: 'end.json',
} as const

function portionName(portion: number): string {
  return `${String(portion).padStart(4, '0')}.jsonl`
}

/** `index.json` beside the backups: what can be known of each without its password. No personal data. */
export const backupIndexSchema = z.strictObject({
  version: z.literal(1),
  backups: z.array(
    z.strictObject({
      name: z.string(),
      madeAt: instant,
      reason: z.enum(BACKUP_REASONS),
      bytes: z.number().int().positive(),
      sha256,
      /** The 《恢复单》 whose password opens it. */
      sheetId: z.string(),
      officeId: id,
      dataVersion: z.number().int().positive(),
      lastSeq: z.number().int().nonnegative(),
    }),
  ),
})
export type BackupIndex = z.infer<typeof backupIndexSchema>
export type BackupListing = BackupIndex['backups'][number]
