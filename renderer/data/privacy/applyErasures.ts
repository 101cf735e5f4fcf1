import { isErasable } from '../../../shared/domain/privacy/registers'
import type { Erasure } from '../../../shared/domain/privacy/types'
import { loadPinyin } from '../../../shared/util/pinyin'
import type { DeskDatabase } from '../core/database'
import { RowWriter } from '../core/rowWriter'
import { CORE_TABLES } from '../core/tables'
import { ERASING_TABLES, eraseRecords } from './erasing'

/** Erased in one transaction. */
const PORTION = 50

/**
 * Erases again what was erased before: after the restore of an older backup, and after a recovery from lines that main
 * had not rewritten yet. Writes no entry of the chain; the list goes on standing in the tables. Records that the books do
 * not have are only listed. Answers how many were looked at.
 */
export async function applyErasures(db: DeskDatabase, list: readonly Erasure[]): Promise<number> {
  if (list.length === 0) return 0
  await loadPinyin()
  for (let from = 0; from < list.length; from += PORTION) {
    const portion = list.slice(from, from + PORTION)
    await db.transaction('rw', [...new Set([...CORE_TABLES, ...ERASING_TABLES])], async () => {
      const writer = new RowWriter(db)
      const pen = {
        erase: async (table: Parameters<RowWriter['put']>[0], row: object) => {
          await writer.put(table, row as Record<string, unknown>)
        },
        note: async () => undefined,
      }
      for (const alike of ofOneOrder(portion)) {
        const [{ at, by, basis, byUserId }] = alike
        const places = alike.flatMap(({ table, recordId: id }) => (isErasable(table) ? [{ table, id }] : []))
        await eraseRecords(db, pen, places, { erased: { at, by, basis }, byUserId })
      }
      await writer.bulkPut(
        'erasures',
        portion.map((one) => ({ ...one })),
      )
      await writer.finish()
      await db.of('meta').put({ key: 'clearErased', value: true })
    })
  }
  return list.length
}

/** Erasures of one moment, person and ground: seals and reviews are looked through once for all of them. */
function ofOneOrder(list: readonly Erasure[]): [Erasure, ...Erasure[]][] {
  const orders = new Map<string, [Erasure, ...Erasure[]]>()
  for (const one of list) {
    const key = [one.at, one.byUserId, one.basis].join('|')
    const known = orders.get(key)
    if (known) known.push(one)
    else orders.set(key, [one])
  }
  return [...orders.values()]
}

/** After a recovery: lines that were not rewritten yet told again what was erased. */
export async function applyOwnErasures(db: DeskDatabase): Promise<void> {
  await applyErasures(db, await db.of('erasures').toArray())
}
