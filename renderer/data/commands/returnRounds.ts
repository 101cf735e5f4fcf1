import { z } from 'zod'
import { addTargets, skipTarget, type TargetInput } from '../../../shared/domain/returnVisit'
import { roundTargetInputSchema } from '../../../shared/schema/visit'
import { accept, refuse } from '../../../shared/util/result'
import type { CommandSpec } from '../core/commandRunner'
import { text } from './recordCommand'

/** Most targets that are put on a round's list at once. */
const MOST_TARGETS = 500

/** 季度回访: puts households and records on the quarter's list; what stands there already stays as it is. */
export const addTargetsCommand: CommandSpec<{ round: string; targets: TargetInput[] }, { added: number }> = {
  name: 'returnRound.add',
  permission: 'record.process',
  tables: ['returnRounds'],
  input: z.strictObject({
    round: z.string().max(10),
    targets: z.array(roundTargetInputSchema).min(1).max(MOST_TARGETS),
  }),
  run: async (tx, { round, targets }) => {
    const before = (await tx.get('returnRounds', round)) ?? null
    const next = addTargets(round, before, targets, tx.ctx)
    if (!next.ok) return next
    await tx.put('returnRounds', next.value)
    return accept({ added: next.value.targets.length - (before?.targets.length ?? 0) })
  },
}

/** 不回访 one of the list, with the reason. */
export const skipTargetCommand: CommandSpec<{ round: string; targetId: string; reason: string }, null> = {
  name: 'returnRound.skip',
  permission: 'record.process',
  tables: ['returnRounds'],
  input: z.strictObject({ round: z.string().max(10), targetId: z.string(), reason: text }),
  run: async (tx, { round, targetId, reason }) => {
    const before = await tx.get('returnRounds', round)
    if (!before) return refuse('record.missing')
    const next = skipTarget(before, { targetId, reason }, tx.ctx)
    if (!next.ok) return next
    tx.reason = reason
    await tx.put('returnRounds', next.value)
    return accept(null)
  },
}
