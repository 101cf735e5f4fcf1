import { z } from 'zod'
import {
  CAUSES,
  CHANNELS,
  COMPLAINT_STATES,
  CONTACT_WAYS,
  type CoComplainant,
  type Complaint,
  type ComplaintIntake,
  NATURES,
  SEVERITIES,
  VISIT_OUTCOMES,
} from '../domain/complaint/types'
import { civilDay, count, id, instant, text } from './basics'
import { recordShape, voidedSchema } from './register'
import { tie } from './tie'

export const complainantSchema = z.strictObject({
  anonymous: z.boolean(),
  personId: id.nullable(),
  unitId: id.nullable(),
  name: text,
  phone: text,
  unitCode: text,
})

export const complaintIntakeSchema = tie<ComplaintIntake>()(
  z.strictObject({
    registeredAt: instant,
    channel: z.enum(CHANNELS),
    complainant: complainantSchema,
    subject: text,
    occurredAt: instant.nullable(),
    place: text,
    content: text,
    remedy: text,
    lossOrInjury: z.boolean(),
  }),
)

export const coComplainantSchema = tie<CoComplainant>()(
  z.strictObject({
    id,
    complainant: complainantSchema,
    channel: z.enum(CHANNELS),
    saidAt: instant,
    words: text,
    receivedBy: text,
    receivedByUserId: text,
    fromNumber: text,
    answersBefore: count,
  }),
)

const consent = z.strictObject({
  agreed: z.boolean(),
  at: instant,
  way: z.enum(CONTACT_WAYS),
  words: text,
  notedBy: text,
})

const judgement = z.strictObject({
  nature: z.enum(NATURES),
  severity: z.enum(SEVERITIES),
  cause: z.enum(CAUSES),
  judgedAt: instant,
  judgedBy: text,
})

const promiseMove = z.strictObject({
  from: instant,
  to: instant,
  reason: text,
  toldAt: instant,
  movedAt: instant,
  movedBy: text,
})

const handling = z.strictObject({
  department: text,
  responsible: text,
  promisedAt: instant.nullable(),
  promiseMoves: z.array(promiseMove),
  assignedAt: instant,
  assignedBy: text,
  investigation: text,
  causeAnalysis: text,
  proposals: z.array(text),
  chosenProposal: count.nullable(),
  consent: consent.nullable(),
  measures: text,
  completedAt: instant.nullable(),
})

const suspension = z.strictObject({
  reason: text,
  nextContactOn: civilDay,
  suspendedAt: instant,
  suspendedBy: text,
})

const answer = z.strictObject({
  person: text,
  answeredAt: instant,
  way: z.enum(CONTACT_WAYS),
  content: text,
  answeredBy: text,
})

const returnVisit = z.strictObject({
  id,
  person: text,
  visitedAt: instant,
  way: z.enum(CONTACT_WAYS),
  visitedBy: text,
  outcome: z.enum(VISIT_OUTCOMES),
  words: text,
})

const verification = z.strictObject({
  verifiedAt: instant,
  verifiedBy: text,
  words: text,
})

export const complaintSchema = tie<Complaint>()(
  z.strictObject({
    ...recordShape('complaint', COMPLAINT_STATES),
    receivedBy: text,
    firstAskedUserId: text,
    alsoFirstAskedUserIds: z.array(id),
    intake: complaintIntakeSchema,
    others: z.array(coComplainantSchema),
    judgement: judgement.nullable(),
    handling: handling.nullable(),
    suspension: suspension.nullable(),
    answers: z.array(answer),
    returnVisits: z.array(returnVisit),
    verification: verification.nullable(),
    summary: text,
    closedAt: instant.nullable(),
    closedBy: text.nullable(),
    escalatedAt: instant.nullable(),
    escalatedBecause: z.enum(['overAMonth', 'repeatedPromise']).nullable(),
    correctiveActionRef: text,
    headOfficeReportedAt: instant.nullable(),
    unreachable: voidedSchema.nullable(),
    repeatOf: id.nullable(),
    joinedInto: id.nullable(),
  }),
)
