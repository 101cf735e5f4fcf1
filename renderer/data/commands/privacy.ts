import { z } from 'zod'
import { personalWords } from '../../../shared/domain/monthPackage/personal'
import { scrubber } from '../../../shared/domain/monthPackage/scrub'
import { DEFAULT_SETTINGS } from '../../../shared/domain/office/settings'
import { isErasable } from '../../../shared/domain/privacy/registers'
import {
  isRetained,
  namedAs,
  objectionToErasing,
  type RetainedRows,
} from '../../../shared/domain/privacy/retention'
import {
  ERASURE_BASES,
  type Erased,
  type ErasureBasis,
  placeId,
  type RetainedTable,
} from '../../../shared/domain/privacy/types'
import { requireText } from '../../../shared/domain/register/objections'
import { isCivilDay } from '../../../shared/util/civilTime'
import { accept, type Result, refuse } from '../../../shared/util/result'
import type { CommandSpec } from '../core/commandRunner'
import type { CommandTx } from '../core/commandTx'
import { withoutListKeys } from '../core/rowTraits'
import { SETTINGS_ID } from '../core/tables'
import {
  ERASE_COMMAND,
  ERASING_TABLES,
  type ErasePen,
  eraseRecords,
  type RecordPlace,
} from '../privacy/erasing'

/** Records that are erased in one transaction: more would hold up the desk. */
export const ERASED_AT_ONCE = 50

/** Which records, why in words, and on which ground. */
export interface EraseInput {
  records: { table: string; id: string }[]
  reason: string
  basis: ErasureBasis
}

const place = z.strictObject({ table: z.string().max(40), id: z.string().min(1).max(100) })

/**
 * Erases records by law (domain 13): director only; it passes the lock of months. What main keeps of them (lines of the
 * journal, files) goes afterwards: `clearErased`. All of them or none. Refusals: those of `objectionToErasing` with the
 * record as `number`, `privacy.notErasable`, `record.missing`, `privacy.reasonRequired`.
 */
export const eraseCommand: CommandSpec<EraseInput, { erased: number }> = {
  name: ERASE_COMMAND,
  permission: 'privacy.erase',
  tables: ERASING_TABLES,
  input: z.strictObject({
    records: z.array(place).min(1).max(ERASED_AT_ONCE),
    reason: z.string().max(500),
    basis: z.enum(ERASURE_BASES),
  }),
  run: async (tx, { records, reason, basis }) => {
    const unsaid = requireText(reason, 'privacy.reasonRequired', 'reason')
    if (unsaid) return unsaid
    const rows: object[] = []
    const places: RecordPlace[] = []
    for (const record of records) {
      const found = await mayErase(tx, record, basis)
      if (!found.ok) return found
      rows.push(found.value.row)
      places.push(found.value.place)
    }
    const { now, actor } = tx.ctx
    const erased: Erased = { at: now, by: actor.name, basis }
    // The reason stays for good, so it may not say who it was.
    tx.reason = scrubber(personalWords({ names: [], phones: [], plates: [], unitCodes: [] }, rows))(
      reason.trim(),
    )
    tx.lock.erasing = true
    const pen: ErasePen = {
      erase: (table, row) => tx.erase(table, row),
      note: (erasure) => tx.put('erasures', erasure),
    }
    await tx.query((db) => eraseRecords(db, pen, places, { erased, byUserId: actor.userId }))
    await tx.setMeta('clearErased', true)
    return accept({ erased: places.length })
  },
}

async function mayErase(
  tx: CommandTx,
  { table, id }: { table: string; id: string },
  basis: ErasureBasis,
): Promise<Result<{ row: object; place: RecordPlace }>> {
  if (!isErasable(table)) return refuse('privacy.notErasable')
  const stored = await tx.get(table, id)
  if (!stored) return refuse('record.missing')
  const row = withoutListKeys(stored)
  if (row.erased) return refuse('record.erased')
  const hold = (await tx.get('retentionHolds', placeId(table, id))) ?? null
  const settings = (await tx.get('settings', SETTINGS_ID)) ?? DEFAULT_SETTINGS
  if (isRetained(table)) {
    const given = { basis, hold, years: settings.retention[table], now: tx.ctx.now }
    const retained = row as RetainedRows[RetainedTable]
    const objection = objectionToErasing(table, retained, given)
    if (objection) return { ok: false, refusal: namedAs(table, retained, objection.refusal) }
  }
  return accept({ row, place: { table, id } })
}

/** Which record is kept until when, and why. */
export interface HoldInput {
  table: string
  id: string
  reason: string
  until: string
}

/** 保留: a record past its period is kept on until a day. Refusals: record.missing, privacy.reasonRequired, time.invalid. */
export const holdCommand: CommandSpec<HoldInput, null> = {
  name: 'privacy.hold',
  permission: 'privacy.erase',
  tables: ERASING_TABLES,
  input: z.strictObject({ ...place.shape, reason: z.string().max(500), until: z.string().max(10) }),
  run: async (tx, { table, id, reason, until }) => {
    if (!isErasable(table)) return refuse('privacy.notErasable')
    const row = await tx.get(table, id)
    if (!row) return refuse('record.missing')
    const unsaid = requireText(reason, 'privacy.reasonRequired', 'reason')
    if (unsaid) return unsaid
    if (!isCivilDay(until)) return refuse('time.invalid', 'until')
    const number = 'number' in row ? row.number : ''
    const { now: at, actor } = tx.ctx
    await tx.put('retentionHolds', {
      id: placeId(table, id),
      table,
      recordId: id,
      number,
      reason: reason.trim(),
      until,
      at,
      by: actor.name,
    })
    return accept(null)
  },
}
