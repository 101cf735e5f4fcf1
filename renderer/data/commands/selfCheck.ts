import { z } from 'zod'
import type { FieldChange } from '../../../shared/domain/audit/types'
import { accept } from '../../../shared/util/result'
import type { CommandSpec } from '../core/commandRunner'
import type { CommandTx } from '../core/commandTx'
import { RECORD_TABLES } from '../core/tables'
import { checkCounters } from '../selfCheck/counters'
import { checkDrafts } from '../selfCheck/leftovers'
import { checkNumbers } from '../selfCheck/numbers'

/** How many things were mended. */
export interface Mended {
  mended: number
}

const nothing = z.strictObject({})

/** Notes in the chain what a repair changed beside the records. */
function note(tx: CommandTx, table: string, id: string, field: FieldChange): void {
  tx.logged = true
  tx.changes.push({ table, id, fields: [field] })
}

/** Counts the lists anew whose counters do not agree with their rows. */
export const recountCommand: CommandSpec<Record<string, never>, Mended> = {
  name: 'selfCheck.recount',
  permission: 'settings.write',
  tables: RECORD_TABLES,
  input: nothing,
  run: (tx) =>
    tx.query(async (db) => {
      const { findings } = await checkCounters(db, true)
      for (const finding of findings) {
        if (finding.kind !== 'counter') continue
        const { table, facet, counted, found } = finding
        const id = `${table}|${facet}`
        await db.of('counters').put({ id, count: found })
        note(tx, 'counters', id, { path: 'count', before: counted, after: found })
      }
      return accept({ mended: findings.length })
    }),
}

/** Raises the counters that stand below the highest number given: a number is never given twice (domain 2). */
export const raiseCountersCommand: CommandSpec<Record<string, never>, Mended> = {
  name: 'selfCheck.raiseNumbers',
  permission: 'numbers.raise',
  tables: RECORD_TABLES,
  input: nothing,
  run: (tx) =>
    tx.query(async (db) => {
      let mended = 0
      for (const finding of (await checkNumbers(db)).findings) {
        if (finding.kind !== 'numbers' || finding.highest <= finding.last) continue
        const { series, last, highest } = finding
        await db.of('numbers').put({ id: series, last: highest })
        note(tx, 'numbers', series, { path: 'last', before: last, after: highest })
        mended += 1
      }
      return accept({ mended })
    }),
}

/** Throws away drafts of people who do not work here any more. */
export const dropDraftsOfGoneCommand: CommandSpec<Record<string, never>, Mended> = {
  name: 'selfCheck.dropDrafts',
  permission: 'settings.write',
  tables: RECORD_TABLES,
  input: nothing,
  run: (tx) =>
    tx.query(async (db) => {
      const found = (await checkDrafts(db)).find(({ kind }) => kind === 'draftsOfGone')
      const ids = found?.kind === 'draftsOfGone' ? found.ids : []
      await db.of('drafts').bulkDelete(ids)
      if (ids.length > 0) note(tx, 'drafts', '*', { path: 'count', before: ids.length, after: 0 })
      return accept({ mended: ids.length })
    }),
}
