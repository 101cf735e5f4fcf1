import { sealEntry } from '../../../shared/domain/audit/chain'
import type { AuditDetail, TableWrite } from '../../../shared/domain/audit/types'
import type { JournalLine } from '../../../shared/ipc/channels'
import { DATA_VERSION } from '../../../shared/schema'
import { accept, type Result } from '../../../shared/util/result'
import { numberChange, type RestoredMark, restoredChange } from '../core/chainFacts'
import { versionChange } from '../core/dataVersion'
import type { DeskDatabase } from '../core/database'
import type { DataEnv } from '../core/env'
import { type AnyTable, type ChainState, RECORD_TABLES } from '../core/tables'

const PORTION = 500

type Row = Record<string, unknown>

/** What a ledger written anew holds: all records, the entries of the chain before it, and where it stands with the server. */
const TABLES: AnyTable[] = [...RECORD_TABLES, 'audit', 'auditDetails', 'agreed', 'outbox']

export interface RebuildProgress {
  done: number
  total: number
}

/**
 * Writes a lost ledger anew from the database, after somebody chose to. The machine begins a new chain under a new
 * device id, whose first entries carry every row there is; the entries of the old chain stay as they were. The
 * ledger must be empty. Broken off, it begins from the start again: `openDatabase` sees the mark `rebuild`.
 */
export async function rebuildLedger(
  env: DataEnv,
  onProgress: (progress: RebuildProgress) => void,
): Promise<Result<null>> {
  const { db } = env
  const total = (await Promise.all(TABLES.map((name) => db.table(name).count()))).reduce((a, b) => a + b, 0)
  const deviceId = env.newId()
  await db.transaction('rw', ['meta', 'pendingJournal', 'audit', 'auditDetails'], async () => {
    await dropBrokenOff(env)
    await db.of('meta').bulkPut([
      { key: 'rebuild', value: deviceId },
      { key: 'deviceId', value: deviceId },
    ])
    await db.of('meta').delete('chain')
    await db.of('pendingJournal').clear()
  })
  let done = 0
  const own = new Set<string>()
  for (const table of TABLES) {
    for await (const rows of portionsOf(db, table)) {
      // The entries of this very rewriting are on their way to the ledger as lines of their own.
      const older = rows.filter((row) => row['deviceId'] !== deviceId && !own.has(String(row['opId'])))
      if (older.length > 0) {
        const { opId, line } = await sealPortion(env, deviceId, table, older)
        own.add(opId)
        const answer = await env.journal.append([line])
        if (!answer.ok) return answer
      }
      done += rows.length
      onProgress({ done, total })
    }
  }
  await db.of('meta').bulkDelete(['rebuild', 'restoring'])
  return accept(null)
}

/**
 * The rows of a table in the order of their keys, a portion at a time: no more of it is ever in memory. It ends at what
 * was the last key when it began, or it would follow the entries that are added meanwhile.
 */
async function* portionsOf(db: DeskDatabase, table: AnyTable): AsyncGenerator<Row[]> {
  const [last] = await db.table(table).toCollection().reverse().limit(1).primaryKeys()
  if (last === undefined) return
  for (let after: unknown = null; ; ) {
    const left = db.table(table).where(':id')
    const range = after === null ? left.belowOrEqual(last) : left.between(after, last, false, true)
    const keys = await range.limit(PORTION).primaryKeys()
    const rows: (Row | undefined)[] = await db.table(table).bulkGet(keys)
    if (keys.length > 0) yield rows.filter((row) => row !== undefined)
    if (keys.length < PORTION) return
    after = keys.at(-1)
  }
}

/** Entries of a rewriting that was broken off carry nothing that is not written anew. */
async function dropBrokenOff({ db }: DataEnv): Promise<void> {
  const broken = (await db.of('meta').get('rebuild'))?.value
  if (typeof broken !== 'string') return
  const entries = await db
    .of('audit')
    .filter((entry) => entry.deviceId === broken)
    .toArray()
  await db.of('audit').bulkDelete(entries.map((entry) => [entry.deviceId, entry.seq]))
  await db.of('auditDetails').bulkDelete(entries.map((entry) => entry.opId))
}

/** What no row tells: of which version they are, how far numbers were given, and the restore they came with. */
async function beginning({ db }: DataEnv, version: number): Promise<AuditDetail['changes']> {
  const mark = (await db.of('meta').get('restored'))?.value as RestoredMark | undefined
  const numbers = await db.of('numbers').toArray()
  return [
    versionChange({ before: null, after: version }),
    ...numbers.map((series) => numberChange(series, null)),
    ...(mark ? [restoredChange(mark)] : []),
  ]
}

async function sealPortion(
  env: DataEnv,
  deviceId: string,
  table: string,
  rows: Row[],
): Promise<{ opId: string; line: JournalLine }> {
  const { db, newId, now } = env
  return db.transaction('rw', ['meta', 'audit', 'auditDetails', 'numbers'], async () => {
    const chain = (await db.of('meta').get('chain'))?.value as ChainState | undefined
    const opId = newId()
    const fields = [{ path: 'rows', before: null, after: rows.length }]
    const stored = Number((await db.of('meta').get('dataVersion'))?.value ?? DATA_VERSION)
    const begins = chain ? [] : await beginning(env, stored)
    const changes = [...begins, { table, id: '*', fields }]
    const detail: AuditDetail = { opId, userName: '', reason: '', changes }
    const parts = { deviceId, opId, at: now(), userId: 'system', command: 'ledger.rebuild', refs: [] }
    const audit = sealEntry(chain ? { seq: chain.seq, digest: chain.digest } : null, parts, detail)
    await db.of('audit').add({ ...audit, refIds: [] })
    await db.of('auditDetails').add(detail)
    const newestAt = chain && chain.newestAt > audit.at ? chain.newestAt : audit.at
    const next: ChainState = { seq: audit.seq, digest: audit.digest, newestAt }
    await db.of('meta').put({ key: 'chain', value: next })
    const writes: TableWrite[] = rows.map((put) => ({ table, put }))
    const body = JSON.stringify({ audit, detail, writes })
    return { opId, line: { seq: audit.seq, prev: audit.prev, digest: audit.digest, body } }
  })
}
