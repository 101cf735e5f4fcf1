import type { DeskDatabase } from '../core/database'
import type { AuditRow } from '../core/tables'
import { isErasing } from './erasing'

/** What main is to take out of the journal: what was written of rows before they were erased, and details by operation. */
export interface Redaction {
  rows: { table: string; id: string; before: number }[]
  details: string[]
}

/** Rows looked at at once. */
const PORTION = 500

/**
 * What the lines of this machine's journal may no longer say, by the chain: for every row that an erasure left, what
 * older lines wrote of it, and every detail that is gone from the tables.
 */
export async function redactionOf(db: DeskDatabase): Promise<Redaction> {
  const device = String((await db.of('meta').get('deviceId'))?.value ?? '')
  const ids = (await db.of('erasures').toArray()).map(({ recordId }) => recordId)
  const rows = new Map<string, Redaction['rows'][number]>()
  for (const { command, deviceId, seq, refs } of await entriesOf(db, ids)) {
    // Rows of a chain before this one stand in the ledger as they were when it was written anew: erased.
    if (!isErasing(command) || deviceId !== device) continue
    for (const { table, id } of refs) {
      const before = Math.max(seq, rows.get(`${table}|${id}`)?.before ?? 0)
      if (table !== 'erasures') rows.set(`${table}|${id}`, { table, id, before })
    }
  }
  const touched = [...new Set([...ids, ...[...rows.values()].map(({ id }) => id)])]
  return { rows: [...rows.values()], details: await detailsGone(db, touched) }
}

/** Records, and what else an erasure of them left without words: seals, reviews, rounds. Ids, of every machine's erasing. */
export async function touchedWith(db: DeskDatabase, recordIds: readonly string[]): Promise<string[]> {
  const erasing = (await entriesOf(db, recordIds)).filter(({ command }) => isErasing(command))
  return [...new Set([...recordIds, ...erasing.flatMap(({ refs }) => refs.map(({ id }) => id))])]
}

async function entriesOf(db: DeskDatabase, ids: readonly string[]): Promise<AuditRow[]> {
  const found: AuditRow[] = []
  for (let from = 0; from < ids.length; from += PORTION) {
    const some = ids.slice(from, from + PORTION)
    found.push(...(await db.of('audit').where('refIds').anyOf(some).distinct().toArray()))
  }
  return found
}

/** Entries that name the rows and whose details the tables hold no more. */
async function detailsGone(db: DeskDatabase, ids: readonly string[]): Promise<string[]> {
  const opIds = [...new Set((await entriesOf(db, ids)).map(({ opId }) => opId))]
  const told = await db.of('auditDetails').bulkGet(opIds)
  return opIds.filter((_, index) => !told[index])
}

/** Everything that main is to clear. */
export async function clearingOrder(db: DeskDatabase): Promise<Redaction & { files: string[] }> {
  return { ...(await redactionOf(db)), files: await filesToDelete(db) }
}

/** Files of erased rows that no other row names: main deletes them. */
export async function filesToDelete(db: DeskDatabase): Promise<string[]> {
  const erasures = await db.of('erasures').toArray()
  const idsOf = (table: string) => erasures.flatMap((one) => (one.table === table ? [one.recordId] : []))
  const [attachments, scans] = await Promise.all([
    db.of('attachments').bulkGet(idsOf('attachments')),
    db.of('scans').bulkGet(idsOf('scans')),
  ])
  const gone = new Set([
    ...attachments.flatMap((row) => (row?.erased ? [row.sha256] : [])),
    ...scans.flatMap((row) => (row?.erased ? row.sha256s : [])),
  ])
  const drafts = JSON.stringify(await db.of('drafts').toArray())
  const free: string[] = []
  for (const sha256 of gone) {
    const others = await Promise.all([
      db.of('attachments').where('sha256').equals(sha256).toArray(),
      db.of('scans').where('sha256s').equals(sha256).toArray(),
    ])
    if (others.flat().every(({ erased }) => erased) && !drafts.includes(sha256)) free.push(sha256)
  }
  return free
}
