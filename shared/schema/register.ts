import { z } from 'zod'
import { ATTACHMENT_KINDS, type Attachment } from '../domain/register/attachment'
import {
  type Duty,
  LINK_RELATIONS,
  PRINT_WAYS,
  type PrintState,
  type RecordLink,
} from '../domain/register/types'
import { count, id, instant, sha256, text } from './basics'
import { tie } from './tie'

export const dutySchema = tie<Duty>()(z.strictObject({ kind: text, dueAt: instant }))

const printEvent = z.strictObject({
  version: count,
  at: instant,
  by: text,
  way: z.enum(PRINT_WAYS),
  copies: count,
})

const signature = z.strictObject({
  outcome: z.enum(['signed', 'refused']),
  by: text,
  at: instant,
  reason: text,
  version: count,
  recordedBy: text,
})

export const printStateSchema = tie<PrintState>()(
  z.strictObject({
    version: count,
    printedAt: instant,
    printedBy: text,
    printedDigest: text,
    history: z.array(printEvent),
    signature: signature.nullable(),
    filing: z.strictObject({ attachmentId: id, version: count, at: instant, by: text }).nullable(),
  }),
)

export const recordLinkSchema = tie<RecordLink>()(
  z.strictObject({ table: z.string().max(40), id, number: text, relation: z.enum(LINK_RELATIONS) }),
)

export const voidedSchema = z.strictObject({ reason: text, at: instant, by: text })

export const attachmentSchema = tie<Attachment>()(
  z.strictObject({
    id,
    table: z.string().max(40),
    recordId: id,
    kind: z.enum(ATTACHMENT_KINDS),
    name: text,
    mime: z.string().max(100),
    size: count,
    sha256,
    addedAt: instant,
    addedBy: text,
    sheet: z.strictObject({ form: z.string().max(40), version: count }).nullable(),
    voided: voidedSchema.nullable(),
  }),
)
