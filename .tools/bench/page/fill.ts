import { DATABASE_NAME, DeskDatabase } from '../../../renderer/data/core/database'
import { RowWriter } from '../../../renderer/data/core/rowWriter'
import type { ChainState } from '../../../renderer/data/core/tables'
import { desk } from '../../../renderer/platform/desk'
import { sealEntry } from '../../../shared/domain/audit/chain'
import type { AuditDetail, AuditEntry } from '../../../shared/domain/audit/types'
import type { Complaint } from '../../../shared/domain/complaint/types'
import { nextNumber, seriesOf } from '../../../shared/domain/numbering/number'
import type { Actor } from '../../../shared/domain/register/types'
import type { JournalLine } from '../../../shared/ipc/channels'
import { loadPinyin } from '../../../shared/util/pinyin'
import { batchesOf, type FillOrder } from './copies'
import { accepted, data, director } from './office'

// Half of the time of a fill would go into flushes that protect nothing here.
const quick = new DeskDatabase(DATABASE_NAME, { chromeTransactionDurability: 'relaxed' })

/**
 * Writes made-up complaints the way a command would leave them: record, search document, counters, number, audit
 * entry with its detail, outbox, and a line in the real journal, so that the start finds books that agree.
 */
export async function fill(order: FillOrder): Promise<void> {
  await Promise.all([loadPinyin(), quick.open()])
  const actor = director()
  for (const rows of batchesOf(order, actor)) await writeBatch(rows, actor)
}

async function writeBatch(rows: Complaint[], actor: Actor): Promise<void> {
  const tables = [
    'complaints',
    'counters',
    'searchDocs',
    'numbers',
    'audit',
    'auditDetails',
    'outbox',
    'meta',
  ]
  const lines = await quick.transaction('rw', tables, async () => {
    await number(rows)
    const writer = new RowWriter(quick)
    await writer.bulkPut(
      'complaints',
      rows.map((row) => ({ ...row })),
    )
    await writer.finish()
    return chainUp(rows, actor)
  })
  accepted(await desk.invoke('journal.append', { lines }))
}

/** Numbers in order, from the counters that commands go on counting with. */
async function number(rows: Complaint[]): Promise<void> {
  const year = Number(rows[0]?.createdAt.slice(0, 4))
  const series = { register: 'TS', year, letter: '' } as const
  const known = await quick.of('numbers').get(seriesOf(series))
  let last = known?.last ?? 0
  for (const row of rows) {
    const given = nextNumber({ ...series, last }, '客服')
    last = given.counter.last
    Object.assign(row, { number: given.number, year, seq: given.seq })
  }
  await quick.of('numbers').put({ id: seriesOf(series), last })
}

/** Seals each record into the chain; answers the journal's lines. */
async function chainUp(rows: Complaint[], actor: Actor): Promise<JournalLine[]> {
  const chain = (await quick.of('meta').get('chain'))?.value as ChainState
  const deviceId = String((await quick.of('meta').get('deviceId'))?.value)
  let tip: Pick<AuditEntry, 'seq' | 'digest'> = chain
  const sealed = rows.map((row) => {
    const opId = data.ports.newId()
    const changes = [{ table: 'complaints', id: row.id, fields: [] }]
    const detail: AuditDetail = { opId, userName: actor.name, reason: '', changes }
    const refs = [{ table: 'complaints', id: row.id, number: row.number }]
    const parts = {
      deviceId,
      opId,
      at: row.createdAt,
      userId: actor.userId,
      command: 'complaint.register',
      refs,
    }
    const audit = sealEntry(tip, parts, detail)
    tip = audit
    return { audit, detail, row }
  })
  await quick.of('audit').bulkAdd(sealed.map(({ audit, row }) => ({ ...audit, refIds: [row.id] })))
  await quick.of('auditDetails').bulkAdd(sealed.map(({ detail }) => detail))
  await quick.of('outbox').bulkPut(
    sealed.map(({ audit, row }) => ({
      id: `complaints|${row.id}`,
      table: 'complaints',
      recordId: row.id,
      seq: audit.seq,
    })),
  )
  await quick.of('meta').put({ key: 'chain', value: { ...chain, seq: tip.seq, digest: tip.digest } })
  return sealed.map(({ audit, detail, row }) => ({
    seq: audit.seq,
    prev: audit.prev,
    digest: audit.digest,
    body: JSON.stringify({ audit, detail, writes: [{ table: 'complaints', put: row }] }),
  }))
}
