import type { IndexableType, Table } from 'dexie'
import { DATABASE_NAME, DeskDatabase } from '../../../renderer/data/core/database'
import { filesNamedBy } from '../../../shared/schema/backupFiles'
import { canonicalJson } from '../../../shared/util/canonicalJson'
import { data } from './office'

/** What belongs to this machine and this moment alone, and stands in no backup. */
const OWN = new Set(['meta', 'outbox', 'pendingJournal', 'drafts'])

const PORTION = 1000

type Row = Record<string, unknown>

/** A table's rows: how many, and the SHA-256 over the digests of its portions. */
interface TableDigest {
  rows: number
  sha256: string
}

/**
 * Digests of every table of two datasets, what is derived from the records (lists, counters, search) with them; answers
 * the names of those that differ, how many rows were compared, and the files that the first dataset names.
 */
export async function compareTables({ other }: { other: string }): Promise<{
  differ: string[]
  rows: number
  files: string[]
}> {
  const [one, two] = await Promise.all([opened(DATABASE_NAME), opened(other)])
  const differ: string[] = []
  const files = new Set<string>()
  let rows = 0
  for (const { name } of one.tables.filter((table) => !OWN.has(table.name))) {
    const [here, there] = await Promise.all([
      digestOf(one, name, (row) => {
        for (const file of filesNamedBy(name, row)) files.add(file)
      }),
      digestOf(two, name),
    ])
    if (here.rows !== there.rows || here.sha256 !== there.sha256) differ.push(name)
    rows += here.rows
  }
  for (const db of [one, two]) db.close()
  return { differ, rows, files: [...files] }
}

async function opened(name: string): Promise<DeskDatabase> {
  const db = new DeskDatabase(name)
  db.fieldKey = data.db.fieldKey
  await db.open()
  return db
}

async function digestOf(
  db: DeskDatabase,
  name: string,
  see: (row: Row) => void = () => undefined,
): Promise<TableDigest> {
  const digests: string[] = []
  let rows = 0
  for await (const portion of portionsOf(db.table(name))) {
    for (const row of portion) see(row)
    // A counter that came back to nothing is not made anew: it says the same.
    const counted = portion.filter((row) => name !== 'counters' || row['count'] !== 0)
    rows += counted.length
    digests.push(await sha256(counted.map((row) => canonicalJson(row)).join('\n')))
  }
  return { rows, sha256: await sha256(digests.join('\n')) }
}

async function* portionsOf(table: Table<Row, IndexableType>): AsyncGenerator<Row[]> {
  let keys: IndexableType[] = await table.orderBy(':id').limit(PORTION).primaryKeys()
  for (;;) {
    const last = keys.at(-1)
    if (last === undefined) return
    yield (await table.bulkGet(keys)).filter((row) => row !== undefined)
    keys = await table.where(':id').above(last).limit(PORTION).primaryKeys()
  }
}

async function sha256(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
