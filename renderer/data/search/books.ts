import type { Dexie } from 'dexie'
import type { AuditRow, ChainState, SearchDoc } from '../core/tables'
import type { Covered } from './snapshot'
import type { Told } from './snapshotStore'

/** Documents read at once: never all of them beside the index. */
const PORTION = 5000
/** An index that is further behind is made anew. */
const BEHIND = 5000

/** Commands whose entries do not name all that they wrote. */
const UNTOLD = new Set(['sync.take', 'ledger.rebuild', 'data.migrate'])

/** Where the books stand. */
export interface BooksMark {
  dataVersion: number
  /** The end of this device's chain; null in an office that has none yet. */
  end: Covered | null
  /** What was erased by law is still being taken out of what lies elsewhere: no snapshot is believed. */
  erasing: boolean
}

export async function booksMark(db: Dexie): Promise<BooksMark> {
  const rows = await db
    .table<{ key: string; value: unknown }>('meta')
    .bulkGet(['chain', 'deviceId', 'dataVersion', 'clearErased'])
  const [chain, deviceId, dataVersion, erasing] = rows.map((row) => row?.value)
  const state = chain as ChainState | undefined
  const end = state ? { deviceId: String(deviceId), seq: state.seq, digest: state.digest } : null
  return { dataVersion: Number(dataVersion), end, erasing: erasing !== undefined }
}

/** All search documents, portion by portion. */
export async function* allDocs(db: Dexie): AsyncGenerator<SearchDoc[]> {
  for (let after = ''; ; ) {
    const docs = await db.table<SearchDoc>('searchDocs').where(':id').above(after).limit(PORTION).toArray()
    yield docs
    if (docs.length < PORTION) return
    after = docs.at(-1)?.id ?? ''
  }
}

/**
 * Ids of whatever was written since a moment of the chain, each once; null where the chain never stood there, or where
 * not all of it is known. `told`: what is known of the commands whose entries say too little.
 */
export async function writtenSince(
  db: Dexie,
  since: Covered,
  end: Covered,
  told: ReadonlyMap<number, Told>,
): Promise<string[] | null> {
  const { deviceId, seq, digest } = since
  const behind = end.seq - seq
  if (end.deviceId !== deviceId || behind < 0 || behind > BEHIND) return null
  const entries = await db
    .table<AuditRow>('audit')
    .where(':id')
    .between([deviceId, seq], [deviceId, end.seq], true, true)
    .toArray()
  const [first, ...later] = entries
  if (first?.digest !== digest || later.length !== behind || entries.at(-1)?.digest !== end.digest)
    return null
  const ids = new Set<string>()
  for (const entry of later) {
    const known = told.get(entry.seq)
    if (UNTOLD.has(entry.command) && known?.digest !== entry.digest) return null
    for (const id of [...entry.refIds, ...(known?.ids ?? [])]) ids.add(id)
  }
  return [...ids]
}

/** The documents with these ids as they are now, and the ids that have none. */
export async function docsOf(
  db: Dexie,
  ids: readonly string[],
): Promise<{ put: SearchDoc[]; del: string[] }> {
  const rows = await db.table<SearchDoc>('searchDocs').bulkGet([...ids])
  return { put: rows.filter((doc) => doc !== undefined), del: ids.filter((_, i) => rows[i] === undefined) }
}
