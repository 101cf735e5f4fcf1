import { buffer } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { Encrypter } from 'age-encryption'
import { pack } from 'tar-stream'
import { sealEntry } from '../../../shared/domain/audit/chain'
import type { AuditDetail, AuditEntry } from '../../../shared/domain/audit/types'
import { BACKUP_ENTRIES, type BackupEnd, type BackupManifest } from '../../../shared/schema/backup'
import { DATA_VERSION } from '../../../shared/schema'

/** As a 《恢复单》 prints it. */
export const TEST_PASSWORD = 'ABCD-EFGH-JKMN-PQRS-TWXY-2345'
export const TEST_KEYS = {
  identity: 'AGE-SECRET-KEY-1QQQSYQCYQ5RQWZQFPG9SCRGWPUGPZYSNZS23V9CCRYDPK8QARC0SGR5YUR',
  fieldKey: Buffer.alloc(32, 7).toString('base64'),
}

/** Entries of an archive by name, in their order. */
export type TestEntries = [name: string, text: string][]

/** Entries packed as a backup is, under a password that costs nothing to try: for tests only. */
export async function sealedBackup(entries: TestEntries, password = TEST_PASSWORD): Promise<Buffer> {
  return sealedBytes(gzipSync(await tarOf(entries)), password)
}

/** Any bytes under a password. */
export async function sealedBytes(plain: Uint8Array, password = TEST_PASSWORD): Promise<Buffer> {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(password)
  encrypter.setScryptWorkFactor(1)
  return Buffer.from(await encrypter.encrypt(new Uint8Array(plain)))
}

export async function tarOf(entries: TestEntries): Promise<Buffer> {
  const tar = pack()
  for (const [name, text] of entries) tar.entry({ name }, text)
  tar.finalize()
  return buffer(tar)
}

export function jsonl(rows: readonly unknown[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('')
}

/** A chain of one machine. */
export function chainOf(
  length: number,
  deviceId = 'machine-1',
): { audit: AuditEntry; detail: AuditDetail }[] {
  const made: { audit: AuditEntry; detail: AuditDetail }[] = []
  for (let seq = 1; seq <= length; seq += 1) {
    const opId = `op-${deviceId}-${seq}`
    const fields = [{ path: 'summary', before: null, after: `第${seq}次` }]
    const detail = {
      opId,
      userName: '李晓',
      reason: '',
      changes: [{ table: 'complaints', id: `c${seq}`, fields }],
    }
    const parts = {
      deviceId,
      opId,
      at: `2026-11-21T01:${String(seq % 60).padStart(2, '0')}:00.000Z`,
      userId: 'u1',
      command: 'complaint.register',
      refs: [],
    }
    made.push({ audit: sealEntry(made.at(-1)?.audit ?? null, parts, detail), detail })
  }
  return made
}

/** What a small backup differs in from the plainest. */
export interface Differences {
  manifest?: Partial<BackupManifest>
  end?: Partial<BackupEnd>
  /** Entries of the chain that were written while the tables were read. */
  meanwhile?: number
}

/** The entries of a small sound backup: a chain of 12 and a few records. */
export function smallBackup({ manifest, end, meanwhile = 2 }: Differences = {}): TestEntries {
  const chain = chainOf(12)
  const before = chain.slice(0, chain.length - meanwhile)
  const [from, to] = [before, chain].map((part) => {
    const last = part.at(-1)?.audit
    return { deviceId: 'machine-1', seq: last?.seq ?? 0, digest: last?.digest ?? '' }
  }) as [BackupManifest['from'], BackupEnd['to']]
  const complaints = before.map(({ audit }) => ({ id: `c${audit.seq}`, number: `客服-TS-2026-${audit.seq}` }))
  const rows = { complaints: before.length, audit: before.length, auditDetails: before.length }
  const head: BackupManifest = {
    format: 'front-desk.backup',
    version: 1,
    appVersion: '1.0.0',
    dataVersion: DATA_VERSION,
    reason: 'byHand',
    madeAt: '2026-11-21T02:00:00.000Z',
    officeId: 'office-1',
    estateName: '翠湖花园',
    officeName: '翠湖管理处',
    from,
    counts: rows,
    ...manifest,
  }
  const foot: BackupEnd = { to, newestAt: '2026-11-21T01:12:00.000Z', rows, attachments: [], ...end }
  const later = chain.slice(before.length).map((entry) => ({ ...entry, writes: [] }))
  return [
    [BACKUP_ENTRIES.manifest, JSON.stringify(head)],
    [BACKUP_ENTRIES.keys, JSON.stringify(TEST_KEYS)],
    [BACKUP_ENTRIES.numbers, jsonl([{ id: 'TS|2026|', last: 12 }])],
    [BACKUP_ENTRIES.table('complaints', 1), jsonl(complaints)],
    [BACKUP_ENTRIES.table('audit', 1), jsonl(before.map(({ audit }) => ({ ...audit, refIds: [] })))],
    [BACKUP_ENTRIES.table('auditDetails', 1), jsonl(before.map(({ detail }) => detail))],
    ...(later.length > 0 ? ([[BACKUP_ENTRIES.journal(1), jsonl(later)]] as TestEntries) : []),
    [BACKUP_ENTRIES.end, JSON.stringify(foot)],
  ]
}
