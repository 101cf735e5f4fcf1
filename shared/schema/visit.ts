import { z } from 'zod'
import { CONTACT_WAYS } from '../domain/complaint/types'
import type { PersonRef } from '../domain/register/person'
import {
  RETURN_VISIT_SOURCES,
  RETURN_VISIT_STATES,
  type ReturnRound,
  type ReturnVisitEntry,
  type ReturnVisitRecord,
  SATISFACTIONS,
} from '../domain/returnVisit/types'
import {
  SUGGESTION_PARTS,
  VISIT_STATES,
  VISIT_WAYS,
  type Visit,
  type VisitFindings,
  type VisitPlan,
  type VisitPreference,
  type VisitPrivateNotes,
} from '../domain/visit/types'
import { VERDICTS, VISIT_MONTH_STATES, type VisitMonth } from '../domain/visitMonth/types'
import { civilDay, count, id, instant, text } from './basics'
import { erasedSchema } from './privacy'
import { recordShape } from './register'
import { tie } from './tie'

const person = tie<PersonRef>()(
  z.strictObject({
    personId: id.nullable(),
    unitId: id.nullable(),
    name: text,
    phone: text,
    unitCode: text,
  }),
)

export const visitPlanSchema = tie<VisitPlan>()(
  z.strictObject({ person, way: z.enum(VISIT_WAYS), appointmentAt: instant.nullable(), visitor: text }),
)

export const visitFindingsSchema = tie<VisitFindings>()(
  z.strictObject({
    visitedAt: instant,
    parts: z.strictObject({ management: text, services: text, needs: text, community: text, other: text }),
    feedbackNeeded: z.boolean(),
    feedbackDueOn: civilDay.nullable(),
  }),
)

const said = z.strictObject({ text, at: instant, by: text })

export const visitSchema = tie<Visit>()(
  z.strictObject({
    ...recordShape('visit', VISIT_STATES),
    plan: visitPlanSchema,
    visitorUserId: text,
    findings: visitFindingsSchema.nullable(),
    feedback: z.strictObject({ at: instant, result: text, by: text }).nullable(),
    opinion: said.nullable(),
    closedAt: instant.nullable(),
    closedBy: text.nullable(),
  }),
)

export const visitPrivateNotesSchema = tie<VisitPrivateNotes>()(
  z.strictObject({ id, visitorUserId: text, text, at: instant, by: text, erased: erasedSchema.optional() }),
)

export const declinedTimeSchema = z.strictObject({
  weekdays: z.array(z.number().int()).max(7),
  from: z.string().max(5),
  to: z.string().max(5),
})

export const visitPreferenceSchema = tie<VisitPreference>()(
  z.strictObject({
    id,
    rev: count,
    unitCode: text,
    declinedTimes: z.array(declinedTimeSchema),
    noVisits: z.boolean(),
    note: text,
    at: instant,
    by: text,
  }),
)

const goal = z.strictObject({
  numerator: count,
  denominator: count,
  needed: count,
  reached: z.boolean().nullable(),
})

const suggestion = {
  visitId: id,
  number: text,
  unitCode: text,
  part: z.enum(SUGGESTION_PARTS),
  text,
}

export const suggestionSchema = z.strictObject(suggestion)

export const visitMonthSchema = tie<VisitMonth>()(
  z.strictObject({
    ...recordShape('visitMonth', VISIT_MONTH_STATES),
    visited: z.boolean(),
    snapshot: z
      .strictObject({ day: civilDay, occupied: count, takenAt: instant, late: z.boolean() })
      .nullable(),
    submission: z.strictObject({ opinion: text, at: instant, by: text }).nullable(),
    decisions: z.array(
      z.strictObject({ ...suggestion, verdict: z.enum(VERDICTS), note: text, at: instant, by: text }),
    ),
    summary: said.nullable(),
    goals: z.strictObject({ month: goal, year: goal }).nullable(),
  }),
)

const source = z.strictObject({
  kind: z.enum(RETURN_VISIT_SOURCES),
  recordId: id.nullable(),
  number: text,
})

export const returnVisitEntrySchema = tie<ReturnVisitEntry>()(
  z.strictObject({
    person,
    source,
    visitedAt: instant,
    way: z.enum(CONTACT_WAYS),
    content: text,
    satisfaction: z.enum(SATISFACTIONS),
    visitedBy: text,
  }),
)

export const returnVisitSchema = tie<ReturnVisitRecord>()(
  z.strictObject({
    ...recordShape('returnVisit', RETURN_VISIT_STATES),
    entry: returnVisitEntrySchema.nullable(),
    attemptId: text,
    round: text,
  }),
)

const target = {
  unitId: id.nullable(),
  unitCode: text,
  name: text,
  phone: text,
  source,
  day: civilDay.nullable(),
}

export const roundTargetInputSchema = z.strictObject(target)

export const returnRoundSchema = tie<ReturnRound>()(
  z.strictObject({
    id,
    rev: count,
    createdAt: instant,
    createdBy: text,
    updatedAt: instant,
    targets: z.array(z.strictObject({ ...target, id, returnVisitId: id.nullable(), skipped: text })),
  }),
)
