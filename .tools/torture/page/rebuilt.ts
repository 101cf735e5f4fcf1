import { DeskDatabase } from '../../../renderer/data/core/database'
import { recoverFromLedger } from '../../../renderer/data/startup/recover'
import { canonicalJson } from '../../../shared/util/canonicalJson'
import { accepted, data } from './office'

/** What only this machine holds, or what says which way a database came into being. */
const OWN = new Set(['pendingJournal', 'outbox', 'drafts'])
/** Another name each time: what a damage has left of one must not be taken for the next. */
const probeName = () => `torture-probe-${data.ports.newId()}`

/** The journal alone has to make the same database again: every table, row by row. */
export async function rebuiltProblems(db: DeskDatabase): Promise<string[]> {
  const probe = new DeskDatabase(probeName())
  await probe.open()
  try {
    accepted(await recoverFromLedger(probe, data.ports.journal, 0, () => undefined))
    const problems: string[] = []
    for (const { name } of db.tables.filter((table) => !OWN.has(table.name))) {
      const [ours, theirs] = await Promise.all([rowsOf(db, name), rowsOf(probe, name)])
      const lacking = ours.filter((row) => !theirs.includes(row)).length
      if (lacking > 0 || ours.length !== theirs.length)
        problems.push(
          `the journal makes ${name} otherwise: ${lacking} of ${ours.length} (${theirs.length}) differ`,
        )
    }
    return problems
  } finally {
    await probe.delete()
  }
}

async function rowsOf(db: DeskDatabase, table: string): Promise<string[]> {
  const rows: Record<string, unknown>[] = await db.table(table).toArray()
  return rows.filter((row) => belongs(table, row)).map((row) => canonicalJson(row))
}

/** A counter that came back to nought is none, and marks of this database (its seal) are not the journal's. */
function belongs(table: string, row: Record<string, unknown>): boolean {
  if (table === 'counters') return row['count'] !== 0
  return table !== 'meta' || ['chain', 'deviceId', 'dataVersion'].includes(String(row['key']))
}
