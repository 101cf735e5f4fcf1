import { z } from 'zod'
import {
  CORRECTION_STATES,
  type CorrectedField,
  type Correction,
  type CorrectionView,
} from '../domain/correction/types'
import { id, instant, text } from './basics'
import { recordShape } from './register'
import { tie } from './tie'

const value = z.union([text, z.number(), z.boolean()]).nullable()

export const correctedFieldSchema = tie<CorrectedField>()(
  z.strictObject({ path: z.string().min(1).max(200), before: value, after: value }),
)

const view = tie<CorrectionView>()(
  z.strictObject({ at: instant, by: text, agreed: z.boolean(), words: text }),
)

export const correctionSchema = tie<Correction>()(
  z.strictObject({
    ...recordShape('correction', CORRECTION_STATES),
    target: z.strictObject({ table: z.string().max(40), id, number: text }),
    month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
    changes: z.array(correctedFieldSchema),
    voids: z.boolean(),
    reason: text,
    requestedBy: text,
    requestedByUserId: text,
    verification: view.nullable(),
    approval: view.nullable(),
    appliedAt: instant.nullable(),
  }),
)
