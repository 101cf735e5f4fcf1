import { z } from 'zod'
import { DISPUTE_KINDS, DISPUTE_STATES, type Dispute } from '../domain/dispute/types'
import { id, instant, text } from './basics'
import { tie } from './tie'

const field = z.strictObject({
  path: text,
  base: z.unknown(),
  inForce: z.unknown(),
  waiting: z.unknown(),
})

export const disputeSchema = tie<Dispute>()(
  z.strictObject({
    id,
    table: z.string().max(60),
    recordId: id,
    number: text,
    kind: z.enum(DISPUTE_KINDS),
    fields: z.array(field),
    waiting: z.record(z.string(), z.unknown()),
    deviceId: id,
    opId: id,
    foundAt: instant,
    state: z.enum(DISPUTE_STATES),
    decidedAt: instant.nullable(),
    decidedBy: text,
    chosen: z.array(text),
  }),
)
