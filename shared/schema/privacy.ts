import { z } from 'zod'
import {
  ERASURE_BASES,
  type Erased,
  type Erasure,
  type PersonRequest,
  REFUSAL_GROUNDS,
  REQUEST_KINDS,
  type RetentionHold,
} from '../domain/privacy/types'
import { civilDay, count, id, instant, sha256, text } from './basics'
import { tie } from './tie'

export const erasedSchema = tie<Erased>()(
  z.strictObject({ at: instant, by: text, basis: z.enum(ERASURE_BASES) }),
)

const place = { id, table: z.string().max(40), recordId: id }

export const erasureSchema = tie<Erasure>()(
  z.strictObject({
    ...place,
    at: instant,
    byUserId: text,
    by: text,
    basis: z.enum(ERASURE_BASES),
    digest: sha256,
  }),
)

export const retentionHoldSchema = tie<RetentionHold>()(
  z.strictObject({ ...place, number: text, reason: text, until: civilDay, at: instant, by: text }),
)

const answer = z.strictObject({
  at: instant,
  by: text,
  done: text,
  ground: z.enum(REFUSAL_GROUNDS).nullable(),
  refused: text,
})

export const personRequestSchema = tie<PersonRequest>()(
  z.strictObject({
    id,
    rev: count,
    kind: z.enum(REQUEST_KINDS),
    name: text,
    phone: text,
    identifiedBy: text,
    words: text,
    receivedAt: instant,
    receivedBy: text,
    dueOn: civilDay,
    answer: answer.nullable(),
    updatedAt: instant,
    erased: erasedSchema.optional(),
  }),
)
