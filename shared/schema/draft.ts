import { z } from 'zod'
import { id, instant, text } from './basics'

/**
 * What is being typed (domain 10). `kind` names the form (`complaint.intake`), `targetId` the record it
 * belongs to ('' for a new one), `title` what 草稿 lists; `values` are the form's own values, unchecked.
 */
export const draftSchema = z.strictObject({
  id,
  kind: z.string().min(1).max(100),
  targetId: z.string().max(100),
  title: text,
  values: z.record(z.string(), z.unknown()),
  updatedAt: instant,
  userId: id,
})

export type Draft = z.infer<typeof draftSchema>
