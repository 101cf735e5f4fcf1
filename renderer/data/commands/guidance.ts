import { z } from 'zod'
import { CAUSES } from '../../../shared/domain/complaint/types'
import {
  type GuidanceWords,
  hideGuidance,
  restoreGuidance,
  saveGuidance,
} from '../../../shared/domain/guidance/edit'
import type { GuidanceEdit, GuidanceMatter } from '../../../shared/domain/guidance/types'
import { guidanceMatterSchema } from '../../../shared/schema'
import { accept, type Result } from '../../../shared/util/result'
import type { CommandSpec } from '../core/commandRunner'
import type { CommandTx } from '../core/commandTx'

/** What a command of 处理指引 answers. */
export interface SavedGuidance {
  id: string
  rev: number
}

/** Revision of the office's row that the screen showed; 0 where there was none. */
const rev = z.number().int().nonnegative()
const lines = z.array(z.string().max(5_000)).max(500)

async function write(tx: CommandTx, decided: Result<GuidanceEdit>): Promise<Result<SavedGuidance>> {
  if (!decided.ok) return decided
  await tx.put('guidance', decided.value)
  return accept({ id: decided.value.id, rev: decided.value.rev })
}

/** The office's own words for a matter, or a matter of its own (`id` null); 客服主管 and up (domain 9). */
export const saveGuidanceCommand: CommandSpec<
  { id: string | null; rev: number; words: GuidanceWords },
  SavedGuidance
> = {
  name: 'guidance.save',
  permission: 'guidance.write',
  tables: ['guidance'],
  input: z.strictObject({
    id: z.string().min(1).max(100).nullable(),
    rev,
    // Looser than what is stored: that a line is too long is said beside its field.
    words: z.strictObject({
      title: z.string().max(5_000),
      causes: z.array(z.enum(CAUSES)),
      keywords: lines,
      ask: lines,
      say: lines,
      act: lines,
      record: lines,
      avoid: lines,
      laws: z
        .array(z.strictObject({ article: z.string().max(5_000), sense: z.string().max(5_000) }))
        .max(500),
    }),
  }),
  run: async (tx, input) => {
    const stored = input.id === null ? undefined : await tx.get('guidance', input.id)
    return write(tx, saveGuidance(input.id, input.words, { stored, rev: input.rev }, tx.ctx))
  },
}

/** 恢复原文: the catalogue's words count again; the office's stay in the timeline. */
export const restoreGuidanceCommand: CommandSpec<{ rev: number; original: GuidanceMatter }, SavedGuidance> = {
  name: 'guidance.restore',
  permission: 'guidance.write',
  tables: ['guidance'],
  input: z.strictObject({ rev, original: guidanceMatterSchema }),
  run: async (tx, input) => {
    const stored = await tx.get('guidance', input.original.id)
    return write(tx, restoreGuidance(input.original, { stored, rev: input.rev }, tx.ctx))
  },
}

type HideInput = { rev: number; matter: GuidanceMatter }

const hiding = (name: string, hidden: boolean): CommandSpec<HideInput, SavedGuidance> => ({
  name,
  permission: 'guidance.write',
  tables: ['guidance'],
  input: z.strictObject({ rev, matter: guidanceMatterSchema }),
  run: async (tx, input) => {
    const stored = await tx.get('guidance', input.matter.id)
    return write(tx, hideGuidance(input.matter, hidden, { stored, rev: input.rev }, tx.ctx))
  },
})

/** 隐藏: no longer offered beside a form. */
export const hideGuidanceCommand = hiding('guidance.hide', true)

/** 恢复显示 */
export const showGuidanceCommand = hiding('guidance.show', false)
