import 'fake-indexeddb/auto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { JournalLine } from '../../../shared/ipc/channels'
import { DATA_VERSION } from '../../../shared/schema'
import { accept } from '../../../shared/util/result'
import { DeskDatabase } from '../core/database'
import type { AnyTable } from '../core/tables'
import { migrateDatabase } from '../startup/migrateDatabase'

type Tables = Record<AnyTable, Record<string, unknown>[]>

/** What a release left behind: its tables, and the journal it wrote of the same commands. Never changed. */
export interface FrozenRelease {
  version: number
  tables: Tables
  lines: JournalLine[]
}

/** The books of a released data version, from `e2e/fixtures/version<n>`. */
export function frozenRelease(version: number): FrozenRelease {
  const folder = join(import.meta.dirname, `../../../e2e/fixtures/version${version}`)
  const { tables } = JSON.parse(readFileSync(join(folder, 'tables.json'), 'utf8')) as { tables: Tables }
  const [journal = ''] = readdirSync(join(folder, 'journal'))
  const text = readFileSync(join(folder, 'journal', journal), 'utf8')
  const lines = text.trimEnd().split('\n').map(lineOf)
  return { version, tables, lines }
}

function lineOf(line: string): JournalLine {
  const [, seq = '', prev = '', digest = '', , ...body] = line.split(' ')
  return { seq: Number(seq), prev: prev === '-' ? '' : prev, digest, body: body.join(' ') }
}

/** A database of its own, with nothing in it. */
export async function emptyDatabase(): Promise<DeskDatabase> {
  const db = new DeskDatabase(`frozen-${crypto.randomUUID()}`)
  await db.open()
  return db
}

/** The release's tables as it stored them. */
export async function frozenDatabase({ tables }: FrozenRelease): Promise<DeskDatabase> {
  const db = await emptyDatabase()
  for (const [name, rows] of Object.entries(tables)) await db.table(name).bulkPut(rows)
  return db
}

const sink = {
  begin: async () => accept({ token: 't' }),
  append: async () => accept({}),
  finish: async () => accept({ path: 'copy' }),
}

/** Brings a database up to this release; throws where that is refused. */
export async function migrated(db: DeskDatabase, stored: number): Promise<DeskDatabase> {
  let ids = 0
  const world = { now: '2026-11-22T01:00:00.000Z', newId: () => `new-${(ids += 1)}` }
  const done = await migrateDatabase(db, sink, { stored, current: DATA_VERSION }, world)
  if (!done.ok) throw new Error(done.refusal.key)
  return db
}

/** A ledger that gives a few lines at a time, as main gives portions. */
export function readerOf(lines: readonly JournalLine[]) {
  return {
    read: async (afterSeq: number) => {
      const rest = lines.filter(({ seq }) => seq > afterSeq)
      return accept({ lines: rest.slice(0, 5), done: rest.length <= 5 })
    },
  }
}
