import { z } from 'zod'
import { ATTACHMENT_KINDS, type Attachment, type StoredFile } from '../domain/register/attachment'
import {
  type Drawing,
  DRAWING_MOST_POINTS,
  DRAWING_SIDE,
  isDrawing,
  POINTERS,
} from '../domain/register/drawing'
import { SCREEN_SIGNATURES_MOST } from '../domain/register/screenSignature'
import {
  type Duty,
  LINK_RELATIONS,
  PRINT_WAYS,
  type PrintState,
  type RecordLink,
} from '../domain/register/types'
import { count, id, instant, sha256, text } from './basics'
import { erasedSchema } from './privacy'
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

const side = z.number().int().min(1).max(DRAWING_SIDE)
const place = z.number().int().min(0).max(DRAWING_SIDE)

/** Bounds each part; `isDrawing` says the rest. */
export const drawingSchema = tie<Drawing>()(
  z.strictObject({
    width: side,
    height: side,
    strokes: z.array(z.array(place).max(2 * DRAWING_MOST_POINTS)).max(DRAWING_MOST_POINTS),
  }),
)

const screenSignature = z.strictObject({
  digest: text,
  role: z.string().max(40),
  by: text,
  at: instant,
  pointer: z.enum(POINTERS),
  version: count,
  drawing: drawingSchema.refine(isDrawing),
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
    drawn: z.array(screenSignature).max(SCREEN_SIGNATURES_MOST).optional(),
  }),
)

export const recordLinkSchema = tie<RecordLink>()(
  z.strictObject({ table: z.string().max(40), id, number: text, relation: z.enum(LINK_RELATIONS) }),
)

export const voidedSchema = z.strictObject({ reason: text, at: instant, by: text })

/** Fields that the records of every register have; `states` are those of its state machine. */
export function recordShape<R extends string, S extends string>(register: R, states: readonly [S, ...S[]]) {
  const state = z.enum(states)
  const step = { command: text, at: instant, by: text, userId: text, note: text.optional() }
  return {
    id,
    register: z.literal(register),
    number: text,
    year: z.number().int(),
    seq: count,
    rev: count,
    state,
    createdAt: instant,
    createdBy: text,
    updatedAt: instant,
    duty: dutySchema.nullable(),
    prints: z.record(z.string(), printStateSchema),
    links: z.array(recordLinkSchema),
    attachmentIds: z.array(id),
    void: voidedSchema.nullable(),
    steps: z.array(z.strictObject({ ...step, from: state.nullable(), to: state })),
    erased: erasedSchema.optional(),
  }
}

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
    erased: erasedSchema.optional(),
  }),
)
