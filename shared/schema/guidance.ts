import { z } from 'zod'
import { CAUSES } from '../domain/complaint/types'
import type { GuidanceEdit, GuidanceMatter } from '../domain/guidance/types'
import { count, id, instant, text } from './basics'
import { tie } from './tie'

const lines = z.array(z.string().max(2_000)).max(40)

const matter = {
  id,
  title: z.string().max(200),
  causes: z.array(z.enum(CAUSES)).max(CAUSES.length),
  keywords: z.array(z.string().max(50)).max(80),
  ask: lines,
  say: lines,
  act: lines,
  record: lines,
  avoid: lines,
  laws: z.array(z.strictObject({ article: z.string().max(200), sense: z.string().max(2_000) })).max(20),
}

export const guidanceMatterSchema = tie<GuidanceMatter>()(z.strictObject(matter))

export const guidanceEditSchema = tie<GuidanceEdit>()(
  z.strictObject({
    ...matter,
    original: z.boolean(),
    rev: count,
    updatedAt: instant,
    updatedBy: text,
    hidden: z.boolean(),
  }),
)
