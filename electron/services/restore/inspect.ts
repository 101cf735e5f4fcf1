import { setImmediate as breathe } from 'node:timers/promises'
import { z } from 'zod'
import type { Inspection } from '../../../shared/ipc/restoreChannels'
import {
  BACKUP_ENTRIES,
  BACKUP_FORMAT,
  type BackupEnd,
  type BackupManifest,
  backupEndSchema,
  backupManifestSchema,
} from '../../../shared/schema/backup'
import { auditDetailSchema, auditEntrySchema } from '../../../shared/schema'
import { accept, type Result, refuse } from '../../../shared/util/result'
import { ChainCheck } from './chains'
import type { BackupEntry } from './entries'
import { BackupTrouble, checkVersions } from './trouble'

const head = z.object({ format: z.literal(BACKUP_FORMAT), version: z.number(), dataVersion: z.number() })
const keysSchema = z.strictObject({
  identity: z.string().startsWith('AGE-SECRET-KEY-1'),
  fieldKey: z.base64(),
})
export type BackupKeys = z.infer<typeof keysSchema>

const anyRow = z.record(z.string(), z.unknown())
const counter = z.strictObject({ id: z.string(), last: z.number().int().nonnegative() })
const line = z.object({ audit: auditEntrySchema, detail: auditDetailSchema.nullable() })

/** Rows looked at in one go: some thousandths of a second. */
const AT_ONCE = 100

/** What an inspection needs from outside: which of the files that rows name are nowhere to be found. */
export type MissingOf = (sha256: readonly string[]) => Promise<number>

/** All that the archive's small entries say; the rows went by. */
export interface Inspected {
  manifest: BackupManifest
  keys: BackupKeys
  end: BackupEnd
  inspection: Inspection
}

/** Looks at the entries of a backup one after another, in their order; holds none of them. */
export class Inspector {
  private manifest: BackupManifest | null = null
  private keys: BackupKeys | null = null
  private end: BackupEnd | null = null
  private chain: ChainCheck | null = null
  private readonly rows: Record<string, number> = {}
  private numbers: Record<string, number> | null = null

  /** Takes the next entry. Refuses as `restore.more` says; throws BackupTrouble for what is no backup. */
  async take(entry: BackupEntry): Promise<Result<null>> {
    if (!this.manifest) return this.begin(entry)
    if (this.end) return refuse('restore.inconsistent', undefined, { place: entry.name.slice(0, 60) })
    try {
      await this.read(entry, this.chain ?? new ChainCheck(this.manifest.from))
      return accept(null)
    } catch {
      return refuse('restore.inconsistent', undefined, { place: entry.name.slice(0, 60) })
    }
  }

  /** Behind the last entry. Throws BackupTrouble where it was not the last that the writer meant. */
  async finish(missingOf: MissingOf): Promise<Result<Inspected>> {
    const { manifest, keys, end, chain, rows, numbers } = this
    if (!manifest) throw new BackupTrouble({ kind: 'foreign' })
    if (!end || !keys || !chain) throw new BackupTrouble({ kind: 'truncated' })
    const differs = [...new Set([...Object.keys(rows), ...Object.keys(end.rows)])].find(
      (table) => (rows[table] ?? 0) !== (end.rows[table] ?? 0),
    )
    if (differs !== undefined) return refuse('restore.inconsistent', undefined, { place: differs })
    if (!numbers) return refuse('restore.inconsistent', undefined, { place: BACKUP_ENTRIES.numbers })
    if (!chain.reaches(end)) return refuse('restore.inconsistent', undefined, { place: 'journal' })
    const attachments = { named: end.attachments.length, missing: await missingOf(end.attachments) }
    const { format: _format, version: _version, from: _from, counts: _counts, ...facts } = manifest
    const { to, newestAt } = end
    const inspection = { ...facts, to, newestAt, rows, numbers, chain: chain.end(), attachments }
    return accept({ manifest, keys, end, inspection })
  }

  private begin({ name, text }: BackupEntry): Result<null> {
    const known = name === BACKUP_ENTRIES.manifest ? head.safeParse(jsonOf(text)) : null
    if (!known?.success) throw new BackupTrouble({ kind: 'foreign' })
    // Asked before anything else of it: a later release may say more in it.
    const versions = checkVersions(known.data)
    if (!versions.ok) return versions
    const manifest = backupManifestSchema.safeParse(jsonOf(text))
    if (!manifest.success) return refuse('restore.inconsistent', undefined, { place: name })
    this.manifest = manifest.data
    this.chain = new ChainCheck(manifest.data.from)
    return accept(null)
  }

  private async read({ name, text }: BackupEntry, chain: ChainCheck): Promise<void> {
    const [folder = '', table = ''] = name.split('/')
    if (name === BACKUP_ENTRIES.keys) this.keys = keysSchema.parse(JSON.parse(text))
    else if (name === BACKUP_ENTRIES.end) this.end = backupEndSchema.parse(JSON.parse(text))
    else if (name === BACKUP_ENTRIES.numbers) {
      const numbers: z.infer<typeof counter>[] = []
      for await (const row of rowsOf(text)) numbers.push(counter.parse(row))
      this.numbers = Object.fromEntries(numbers.map(({ id, last }) => [id, last]))
    } else if (folder === 'tables' && table) await this.readRows(table, text, chain)
    else if (folder === 'journal') {
      for await (const row of rowsOf(text)) {
        const { audit, detail } = line.parse(row)
        chain.journal(audit, detail)
      }
    } else throw new Error('an entry that nobody knows')
  }

  private async readRows(table: string, text: string, chain: ChainCheck): Promise<void> {
    let count = 0
    for await (const row of rowsOf(text)) {
      count += 1
      if (table === 'audit') {
        const { refIds: _index, ...entry } = row
        chain.entry(auditEntrySchema.parse(entry))
      } else if (table === 'auditDetails') chain.detail(auditDetailSchema.parse(row))
    }
    this.rows[table] = (this.rows[table] ?? 0) + count
  }
}

/** The rows of a portion; between some of them main answers whoever asks: a window may be saving meanwhile. */
async function* rowsOf(text: string): AsyncGenerator<Record<string, unknown>> {
  let left = AT_ONCE
  for (const one of text.split('\n')) {
    if (one === '') continue
    yield anyRow.parse(JSON.parse(one))
    left -= 1
    if (left > 0) continue
    await breathe()
    left = AT_ONCE
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
