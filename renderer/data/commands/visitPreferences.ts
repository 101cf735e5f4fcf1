import { z } from 'zod'
import { decidePreference, type PreferenceInput } from '../../../shared/domain/visit'
import { declinedTimeSchema } from '../../../shared/schema/visit'
import { accept, refuse } from '../../../shared/util/result'
import type { CommandSpec } from '../core/commandRunner'
import { text } from './recordCommand'

/** 不便时间 of a household (domain 8); `rev` is 0 where nothing was kept yet. */
export const keepPreferenceCommand: CommandSpec<PreferenceInput & { unitId: string; rev: number }, null> = {
  name: 'visitPreference.keep',
  permission: 'record.process',
  tables: ['visitPreferences', 'units'],
  input: z.strictObject({
    unitId: z.string(),
    rev: z.number().int(),
    declinedTimes: z.array(declinedTimeSchema).max(20),
    noVisits: z.boolean(),
    note: text,
  }),
  run: async (tx, { unitId, rev, ...input }) => {
    const unit = await tx.get('units', unitId)
    if (!unit || unit.voided) return refuse('record.missing')
    const before = (await tx.get('visitPreferences', unitId)) ?? null
    if ((before?.rev ?? 0) !== rev) return refuse('record.changedElsewhere')
    const kept = decidePreference(unit, before, input, tx.ctx)
    if (!kept.ok) return kept
    await tx.put('visitPreferences', kept.value)
    return accept(null)
  },
}
