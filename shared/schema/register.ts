import { z } from 'zod'
import { ATTACHMENT_KINDS, type Attachment, type StoredFile } from '../domain/register/attachment'
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

const storedFile = {
  sha256,
  size: count,
  kind: z.enum(ATTACHMENT_KINDS),
  mime: z.string().max(100),
  name: text,
}

export const storedFileSchema = tie<StoredFile>()(z.strictObject(storedFile))

export const sheetOfSchema = z.strictObject({ form: z.string().max(40), version: count })

export const attachmentSchema = tie<Attachment>()(
  z.strictObject({
    ...storedFile,
    id,
    table: z.string().max(40),
    recordId: id,
    addedAt: instant,
    addedBy: text,
    addedUserId: text,
    sheet: sheetOfSchema.nullable(),
    voided: voidedSchema.nullable(),
  }),
)
