import { DATABASE_NAME, DeskDatabase } from '../../../renderer/data/core/database'
import { RowWriter } from '../../../renderer/data/core/rowWriter'
import type { ChainState } from '../../../renderer/data/core/tables'
import { desk } from '../../../renderer/platform/desk'
import { sealEntry } from '../../../shared/domain/audit/chain'
import type { AuditDetail, AuditEntry } from '../../../shared/domain/audit/types'
import type { Complaint } from '../../../shared/domain/complaint/types'
import { nextNumber, seriesOf } from '../../../shared/domain/numbering/number'
import { DEFAULT_SETTINGS } from '../../../shared/domain/office/settings'
import { addAttachment, type Attachment, type StoredFile } from '../../../shared/domain/register/attachment'
import type { Actor } from '../../../shared/domain/register/types'
import type { JournalLine } from '../../../shared/ipc/channels'
import { loadPinyin } from '../../../shared/util/pinyin'
import { batchesOf, type FillOrder } from './copies'
import { accepted, data, director } from './office'

// Half of the time of a fill would go into flushes that protect nothing here.
const quick = new DeskDatabase(DATABASE_NAME, { chromeTransactionDurability: 'relaxed' })

/** Tables that a command writes beside its own. */
const BESIDE = ['counters', 'searchDocs', 'numbers', 'audit', 'auditDetails', 'outbox', 'meta']
const BATCH = 500

/**
 * Writes made-up complaints the way a command would leave them: record, search document, counters, number, audit
 * entry with its detail, outbox, and a line in the real journal, so that the start finds books that agree.
 */
export async function fill(order: FillOrder): Promise<void> {
  await openQuick()
  const actor = director()
  for (const rows of batchesOf(order, actor)) {
    const written = rows.map((row) => ({ row, at: row.createdAt, number: '' }))
    await write('complaints', 'complaint.register', written, actor)
  }
}

/** Adds made-up files, which lie in the store already, to the first records, the same way. */
export async function fillFiles({ files }: { files: StoredFile[] }): Promise<void> {
  await openQuick()
  const actor = director()
  const records = await quick.of('complaints').limit(files.length).toArray()
  for (let at = 0; at < files.length; at += BATCH) {
    const rows = files.slice(at, at + BATCH).map((file, i) => {
      const { id, number, createdAt } = records[(at + i) % records.length] ?? fail()
      const input = { file, table: 'complaints', recordId: id, sheet: null, before: [], maxBytes: file.size }
      const ctx = { now: createdAt, actor, newId: data.ports.newId, settings: DEFAULT_SETTINGS }
      return { row: accepted(addAttachment(input, ctx)), at: createdAt, number }
    })
    await write('attachments', 'attachment.add', rows, actor)
  }
}

function fail(): never {
  throw new Error('files are added to complaints that are there')
}

async function openQuick(): Promise<void> {
  quick.fieldKey = data.db.fieldKey
  await Promise.all([loadPinyin(), quick.open()])
}

/** A row, and what the chain says of it. */
interface Written {
  row: Complaint | Attachment
  at: string
  number: string
}

async function write(
  table: 'complaints' | 'attachments',
  command: string,
  rows: Written[],
  actor: Actor,
): Promise<void> {
  const lines = await quick.transaction('rw', [table, ...BESIDE], async () => {
    if (table === 'complaints') await giveNumbers(rows)
    const writer = new RowWriter(quick)
    await writer.bulkPut(
      table,
      rows.map(({ row }) => ({ ...row })),
    )
    await writer.finish()
    return chainUp(table, command, rows, actor)
  })
  accepted(await desk.invoke('journal.append', { lines }))
}

/** Numbers in order, from the counters that commands go on counting with. */
async function giveNumbers(rows: Written[]): Promise<void> {
  const year = Number(rows[0]?.at.slice(0, 4))
  const series = { register: 'TS', year, letter: '' } as const
  const known = await quick.of('numbers').get(seriesOf(series))
  let last = known?.last ?? 0
  for (const written of rows) {
    const given = nextNumber({ ...series, last }, '客服')
    last = given.counter.last
    written.number = given.number
    Object.assign(written.row, { number: given.number, year, seq: given.seq })
  }
  await quick.of('numbers').put({ id: seriesOf(series), last })
}

/** Seals each record into the chain; answers the journal's lines. */
async function chainUp(
  table: string,
  command: string,
  rows: Written[],
  actor: Actor,
): Promise<JournalLine[]> {
  const chain = (await quick.of('meta').get('chain'))?.value as ChainState
  const deviceId = String((await quick.of('meta').get('deviceId'))?.value)
  let tip: Pick<AuditEntry, 'seq' | 'digest'> = chain
  const sealed = rows.map(({ row, at, number }) => {
    const opId = data.ports.newId()
    const changes = [{ table, id: row.id, fields: [] }]
    const detail: AuditDetail = { opId, userName: actor.name, reason: '', changes }
    const refs = [{ table, id: row.id, number }]
    const parts = { deviceId, opId, at, userId: actor.userId, command, refs }
    const audit = sealEntry(tip, parts, detail)
    tip = audit
    return { audit, detail, row }
  })
  await quick.of('audit').bulkAdd(sealed.map(({ audit, row }) => ({ ...audit, refIds: [row.id] })))
  await quick.of('auditDetails').bulkAdd(sealed.map(({ detail }) => detail))
  await quick
    .of('outbox')
    .bulkPut(
      sealed.map(({ audit, row }) => ({ id: `${table}|${row.id}`, table, recordId: row.id, seq: audit.seq })),
    )
  await quick.of('meta').put({ key: 'chain', value: { ...chain, seq: tip.seq, digest: tip.digest } })
  return sealed.map(({ audit, detail, row }) => ({
    seq: audit.seq,
    prev: audit.prev,
    digest: audit.digest,
    body: JSON.stringify({ audit, detail, writes: [{ table, put: row }] }),
  }))
}
