import { z } from 'zod'
import { INCIDENT_KINDS } from '../domain/incident/kinds'
import {
  COMPENSATION_OUTCOMES,
  EMERGENCY_SERVICES,
  INCIDENT_SEVERITIES,
  INCIDENT_STATES,
  type Incident,
  type IncidentReport,
  PARTY_ROLES,
} from '../domain/incident/types'
import type { PersonRef } from '../domain/register/person'
import { count, id, instant, text } from './basics'
import { recordShape, voidedSchema } from './register'
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

const amount = z.number().nullable()

export const incidentReportSchema = tie<IncidentReport>()(
  z.strictObject({
    kind: z.enum(INCIDENT_KINDS),
    occurredAt: instant,
    place: text,
    origin: text,
    course: text,
    severity: z.enum(INCIDENT_SEVERITIES).nullable(),
    personHurt: z.boolean(),
    measures: text,
    result: text,
    prevention: text,
  }),
)

/** Own fields of a type by field id. */
export const incidentDetailsSchema = z.record(z.string().max(60), z.union([text, z.number(), z.boolean()]))

/** Items of the lists, without their ids: a form gives new ones without. */
const party = { role: z.enum(PARTY_ROLES), person, note: text }
const injury = { who: text, condition: text, treatment: text }
const loss = { item: text, amount, owner: text }
const notification = { told: text, toldAt: instant, toldBy: text, words: text }
const call = {
  service: z.enum(EMERGENCY_SERVICES),
  calledAt: instant,
  calledBy: text,
  arrivedAt: instant.nullable(),
  receipt: text,
}
const compensation = {
  amount,
  paidBy: text,
  agreedBy: text,
  outcome: z.enum(COMPENSATION_OUTCOMES),
  settledAt: instant.nullable(),
  note: text,
}
const witness = { person, statement: text }

const written = <S extends z.ZodRawShape>(shape: S) =>
  z.array(z.strictObject({ id: id.nullable(), ...shape })).max(200)

/** Lists as a form gives them: an item without id is new. */
export const incidentLists = {
  parties: written(party),
  injuries: written(injury),
  losses: written(loss),
  notifications: written(notification),
  calls: written(call),
  compensations: written(compensation),
  witnesses: written(witness),
}

/** 当事人 of an intake. */
export const newPartiesSchema = z.array(z.strictObject(party)).max(200)

export const insuranceSchema = z.strictObject({
  insurer: text,
  policyNumber: text,
  reportedAt: instant.nullable(),
  claimNumber: text,
  note: text,
})

const check = z.strictObject({
  stepId: text,
  outcome: z.enum(['done', 'notApplicable']),
  at: instant,
  by: text,
  reason: text,
})

const entry = z.strictObject({
  id,
  at: instant,
  text,
  by: text,
  userId: text,
  struck: voidedSchema.nullable(),
})

const review = z.strictObject({ at: instant, by: text, words: text })

const listOf = <S extends z.ZodRawShape>(shape: S) => z.array(z.strictObject({ id, ...shape }))

export const incidentSchema = tie<Incident>()(
  z.strictObject({
    ...recordShape('incident', INCIDENT_STATES),
    reportedBy: text,
    reportedByUserId: text,
    report: incidentReportSchema,
    details: incidentDetailsSchema,
    checks: z.array(check),
    timeline: z.array(entry),
    parties: listOf(party),
    injuries: listOf(injury),
    losses: listOf(loss),
    notifications: listOf(notification),
    calls: listOf(call),
    compensations: listOf(compensation),
    witnesses: listOf(witness),
    insurance: insuranceSchema.nullable(),
    restricted: z.boolean(),
    firstSubmittedAt: instant.nullable(),
    submittedAt: instant.nullable(),
    submittedBy: text.nullable(),
    verification: review.nullable(),
    approval: review.nullable(),
    returned: z.strictObject({ at: instant, by: text, reason: text }).nullable(),
    supplements: z.array(
      z.strictObject({ id, seq: count, text, at: instant, by: text, attachmentIds: z.array(id) }),
    ),
    archivedAt: instant.nullable(),
    archivedBy: text.nullable(),
  }),
)
