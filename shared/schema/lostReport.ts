import { z } from 'zod'
import { LOST_CATEGORIES } from '../domain/lostItem/types'
import { LOST_REPORT_STATES, type LostReport, type LostReportIntake } from '../domain/lostReport/types'
import { count, id, instant, text } from './basics'
import { dutySchema, printStateSchema, recordLinkSchema, voidedSchema } from './register'
import { tie } from './tie'

const owner = z.strictObject({
  personId: id.nullable(),
  unitId: id.nullable(),
  name: text,
  phone: text,
  unitCode: text,
})

export const lostReportIntakeSchema = tie<LostReportIntake>()(
  z.strictObject({
    registeredAt: instant,
    owner,
    item: text,
    category: z.enum(LOST_CATEGORIES),
    features: text,
    lostFrom: instant.nullable(),
    lostUntil: instant.nullable(),
    places: text,
    remarks: text,
  }),
)

const step = z.strictObject({
  command: text,
  at: instant,
  by: text,
  userId: text,
  from: z.enum(LOST_REPORT_STATES).nullable(),
  to: z.enum(LOST_REPORT_STATES),
  note: text.optional(),
})

export const lostReportSchema = tie<LostReport>()(
  z.strictObject({
    id,
    register: z.literal('lostReport'),
    number: text,
    year: z.number().int(),
    seq: count,
    rev: count,
    state: z.enum(LOST_REPORT_STATES),
    createdAt: instant,
    createdBy: text,
    updatedAt: instant,
    duty: dutySchema.nullable(),
    prints: z.record(z.string(), printStateSchema),
    links: z.array(recordLinkSchema),
    attachmentIds: z.array(id),
    receivedBy: text,
    intake: lostReportIntakeSchema,
    ending: z
      .strictObject({ words: text, itemId: id.nullable(), itemNumber: text, at: instant, by: text })
      .nullable(),
    void: voidedSchema.nullable(),
    steps: z.array(step),
  }),
)
