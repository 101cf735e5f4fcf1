import { z } from 'zod'
import { SYNC_TABLES, type SyncTable } from '../../../shared/sync/travel'
import { accept } from '../../../shared/util/result'
import type { CommandSpec } from '../core/commandRunner'
import type { Portion, Taken } from './opened'
import { Replica } from './replica'
import { Taker } from './taker'

const isPortion = (value: unknown): value is Portion =>
  typeof value === 'object' && value !== null && 'records' in value && 'mark' in value

/**
 * Takes a portion from the server: rows, entries of other machines' chains, and how far the server was read, all or
 * nothing (issue "Engine"). What cannot be merged by itself is put on the list 待核对. Run by the desk itself.
 */
export const takeCommand: CommandSpec<Portion, Taken> = {
  name: 'sync.take',
  input: z.custom<Portion>(isPortion),
  permission: null,
  bySystem: true,
  // A wrong clock must not keep out what others wrote: what came bears their times.
  ignoresClock: true,
  asIs: true,
  tables: [...SYNC_TABLES],
  run: async (tx, { records, entries, mark }) => {
    // Signed months are looked at where versions are merged; what was allowed elsewhere is not asked about again.
    tx.lock.erasing = true
    const taker = new Taker(tx)
    for (const [table, some] of byTable(records))
      for (const once of apart(some)) await taker.take(table, once)
    await new Replica(tx).takeEntries(entries)
    await taker.finish()
    await tx.setMeta('replication', mark)
    return accept(taker.counts)
  },
}

/** Versions of one record one after another: a leaf that lost is held against the one before it. */
function* apart(records: Portion['records']): Generator<Portion['records'][number][]> {
  for (let left = [...records]; left.length > 0; ) {
    const ids = new Set<string>()
    const again: typeof left = []
    yield left.filter((record) => {
      const isFirst = !ids.has(record.recordId)
      ids.add(record.recordId)
      if (!isFirst) again.push(record)
      return isFirst
    })
    left = again
  }
}

/** In the order of the tables, so that reviews of months are known before their records. */
function byTable(records: Portion['records']): [SyncTable, Portion['records']][] {
  const groups = new Map<SyncTable, Portion['records'][number][]>()
  for (const record of records) {
    const known = groups.get(record.table)
    if (known) known.push(record)
    else groups.set(record.table, [record])
  }
  const first = new Set<SyncTable>(['monthReviews', 'monthSeals'])
  return [...groups].sort(([a], [b]) => Number(first.has(b)) - Number(first.has(a)))
}
