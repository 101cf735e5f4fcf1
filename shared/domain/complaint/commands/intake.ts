import { msOf } from '../../../util/civilTime'
import { isValidPhone, normalizePhone } from '../../../util/contact'
import { accept, type Result, refuse } from '../../../util/result'
import type { GivenNumber, RuleContext } from '../../register/types'
import type { Complainant, CoComplainant, Complaint, ComplaintIntake, Step } from '../types'
import {
  advance,
  allObjections,
  type Objection,
  objectionTo,
  requirePast,
  requireText,
  settle,
} from './advance'

/** What the complaint after a 不满意 takes along from the one before. */
export interface FollowUpOf {
  id: string
  repeatOf: { id: string; number: string }
  others: CoComplainant[]
  /** 首问责任 goes on for these. */
  firstAskedUserIds: string[]
}

export interface RegisterComplaintInput {
  given: GivenNumber
  intake: ComplaintIntake
  /** 接待人; '' means the person who is signed in. */
  receivedBy: string
  /** Set for a complaint that a 不满意 return visit opened: see `FollowUp`. */
  followUp?: FollowUpOf
}

/**
 * 受理. Refusals: `complaint.contentRequired`, `complaint.nameRequired`, `complaint.contactRequired`,
 * `complaint.phoneInvalid`, `time.*`, `complaint.occurredAfterRegistration`.
 */
export function register(input: RegisterComplaintInput, ctx: RuleContext): Result<Complaint> {
  const objection = objectionTo('register', null, ctx) ?? objectionToIntake(input.intake, ctx)
  if (objection) return objection
  const { given, followUp } = input
  const { name, userId } = ctx.actor
  const step: Step = { command: 'register', at: ctx.now, by: name, userId, from: null, to: 'accepted' }
  const record: Complaint = {
    ...blank(),
    ...given,
    id: followUp?.id ?? ctx.newId(),
    createdAt: ctx.now,
    createdBy: name,
    updatedAt: ctx.now,
    receivedBy: input.receivedBy.trim() || name,
    firstAskedUserId: userId,
    intake: tidy(input.intake),
    links: followUp ? [{ table: 'complaints', ...followUp.repeatOf, relation: 'repeat' }] : [],
    repeatOf: followUp?.repeatOf.id ?? null,
    others: followUp?.others ?? [],
    alsoFirstAskedUserIds: [...new Set(followUp?.firstAskedUserIds)].filter((id) => id !== userId),
    steps: [step],
  }
  return accept(settle(record, ctx))
}

/**
 * Corrects or completes what was taken in, while the record is open. 登记时间 stays: every deadline hangs on it.
 * Refusals: those of `register`, `complaint.registeredAtFixed`.
 */
export function amendIntake(
  record: Complaint,
  input: { intake: ComplaintIntake },
  ctx: RuleContext,
): Result<Complaint> {
  const { intake } = input
  const objection = objectionTo('amendIntake', record, ctx) ?? objectionToIntake(intake, ctx)
  if (objection) return objection
  if (msOf(intake.registeredAt) !== msOf(record.intake.registeredAt)) {
    return refuse('complaint.registeredAtFixed', 'registeredAt')
  }
  return accept(advance(record, { command: 'amendIntake', fields: { intake: tidy(intake) } }, ctx))
}

/** What speaks against an intake; see `register`. */
export function objectionToIntake(intake: ComplaintIntake, ctx: RuleContext): Objection {
  const { complainant, content, registeredAt, occurredAt } = intake
  return allObjections(
    requirePast(registeredAt, 'registeredAt', ctx),
    objectionToComplainant(complainant),
    occurredAt === null ? null : requirePast(occurredAt, 'occurredAt', ctx),
    occurredAt !== null && msOf(occurredAt) > msOf(registeredAt)
      ? refuse('complaint.occurredAfterRegistration', 'occurredAt')
      : null,
    requireText(content, 'complaint.contentRequired', 'content'),
  )
}

/** A household person, or 姓名 with 电话 or 房号, or 匿名 (domain 5). Refusals stand beside `complainant.…`. */
export function objectionToComplainant({
  anonymous,
  personId,
  name,
  phone,
  unitCode,
}: Complainant): Objection {
  if (phone.trim() !== '' && !isValidPhone(phone)) {
    return refuse('complaint.phoneInvalid', 'complainant.phone')
  }
  if (anonymous) return null
  if (name.trim() === '') return refuse('complaint.nameRequired', 'complainant.name')
  const known = personId !== null || phone.trim() !== '' || unitCode.trim() !== ''
  return known ? null : refuse('complaint.contactRequired', 'complainant.phone')
}

/** The person's own words stay as they were said; the rest loses stray spaces. */
export function tidy(intake: ComplaintIntake): ComplaintIntake {
  return {
    ...intake,
    subject: intake.subject.trim(),
    place: intake.place.trim(),
    remedy: intake.remedy.trim(),
    complainant: tidyComplainant(intake.complainant),
  }
}

/** A complainant without stray spaces, the phone as it is stored. */
export function tidyComplainant(complainant: Complainant): Complainant {
  return {
    ...complainant,
    name: complainant.name.trim(),
    phone: normalizePhone(complainant.phone),
    unitCode: complainant.unitCode.trim(),
  }
}

/** Everything that a record does not say yet when it begins. */
export function blank() {
  return {
    register: 'complaint' as const,
    state: 'accepted' as const,
    rev: 1,
    duty: null,
    prints: {},
    attachmentIds: [],
    alsoFirstAskedUserIds: [],
    others: [],
    judgement: null,
    handling: null,
    suspension: null,
    answers: [],
    returnVisits: [],
    verification: null,
    summary: '',
    closedAt: null,
    closedBy: null,
    escalatedAt: null,
    escalatedBecause: null,
    correctiveActionRef: '',
    headOfficeReportedAt: null,
    unreachable: null,
    joinedInto: null,
    void: null,
  } satisfies Partial<Complaint>
}
