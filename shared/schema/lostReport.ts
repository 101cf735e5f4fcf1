import { z } from 'zod'
import { LOST_CATEGORIES } from '../domain/lostItem/types'
import { LOST_REPORT_STATES, type LostReport, type LostReportIntake } from '../domain/lostReport/types'
import { id, instant, text } from './basics'
import { recordShape } from './register'
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

export const lostReportSchema = tie<LostReport>()(
  z.strictObject({
    ...recordShape('lostReport', LOST_REPORT_STATES),
    receivedBy: text,
    intake: lostReportIntakeSchema,
    ending: z
      .strictObject({ words: text, itemId: id.nullable(), itemNumber: text, at: instant, by: text })
      .nullable(),
  }),
)
