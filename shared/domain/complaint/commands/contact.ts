import type { Instant } from '../../../util/instant'
import { accept, type Result, refuse } from '../../../util/result'
import { isBefore } from '../../register/moments'
import type { GivenNumber, RuleContext } from '../../register/types'
import { partiesOf, type Party, reachableParties, voicesOf } from '../complainants'
import { canBeReached, isValidComplaint } from '../states'
import type {
  Answer,
  Channel,
  CoComplainant,
  Complaint,
  ComplaintIntake,
  ContactWay,
  ReturnVisit,
} from '../types'
import type { FollowUpOf } from './intake'
import { inOneText } from './joining'
import { advance, allObjections, type Objection, objectionTo, requirePast, requireText } from './advance'
import {
  type ClosingInput,
  missingAttempts,
  missingForClosing,
  objectionToClosing,
  wasReached,
  withClosing,
} from './requirements'

export interface AnswerInput {
  /** 对谁: what `partiesOf` calls one of them; '' or left out for 全部. */
  person?: string
  answeredAt: Instant
  way: ContactWay
  content: string
  /** '' means the person who is signed in. */
  answeredBy: string
}

/**
 * 答复, one or more, to everybody or to one of them.
 * Refusals: `complaint.personUnknown` `{ name }`, `complaint.answerContentRequired`, `time.*`.
 */
export function answer(record: Complaint, input: AnswerInput, ctx: RuleContext): Result<Complaint> {
  const objection = allObjections(
    objectionTo('answer', record, ctx),
    objectionToPerson(record, input.person),
    requirePast(input.answeredAt, 'answeredAt', ctx, record),
    requireText(input.content, 'complaint.answerContentRequired', 'content'),
  )
  if (objection) return objection
  const given: Answer = {
    person: personKept(record, input.person),
    answeredAt: input.answeredAt,
    way: input.way,
    content: input.content.trim(),
    answeredBy: input.answeredBy.trim() || ctx.actor.name,
  }
  return accept(advance(record, { command: 'answer', fields: { answers: [...record.answers, given] } }, ctx))
}

/** A return visit. A 不满意 closes the record, so what its severity asks for may come with it. */
export interface ReturnVisitInput extends Partial<ClosingInput> {
  /** 回访对象: what `partiesOf` calls one of them, to be said where several can be reached; '' for the only one. */
  person?: string
  visitedAt: Instant
  way: ContactWay
  /** '' means the person who is signed in. */
  visitedBy: string
  outcome: ReturnVisit['outcome']
  words: string
}

/** What the command runner registers in the same transaction: `register(followUp, ctx)`. */
export interface FollowUp {
  intake: ComplaintIntake
  receivedBy: string
  given: GivenNumber
  followUp: FollowUpOf
}

/** The record after the visit, and the new complaint that a 不满意 opens; both name each other already. */
export interface ReturnVisitOutcome {
  complaint: Complaint
  followUp: FollowUp | null
}

/**
 * 回访 (domain 5). 满意/较满意 → 已回访; 未联系上 is an attempt and changes nothing else; 不满意 closes the record and
 * opens a linked one. Refusals: `complaint.personUnknown` `{ name }`, `complaint.visitPersonRequired`, `time.*`,
 * `complaint.visitBeforeCompletion`, `complaint.wordsRequired`, and for 不满意 those of `close`.
 * @param given the number of the complaint that a 不满意 opens.
 */
export function recordReturnVisit(
  record: Complaint,
  input: ReturnVisitInput,
  ctx: RuleContext,
  given: GivenNumber | null = null,
): Result<ReturnVisitOutcome> {
  const objection = allObjections(
    objectionTo('recordReturnVisit', record, ctx),
    objectionToPerson(record, input.person),
    !input.person && reachableParties(record).length > 1
      ? refuse('complaint.visitPersonRequired', 'person')
      : null,
    requirePast(input.visitedAt, 'visitedAt', ctx, record),
    isBefore(input.visitedAt, record.handling?.completedAt ?? input.visitedAt)
      ? refuse('complaint.visitBeforeCompletion', 'visitedAt')
      : null,
  )
  if (objection) return objection
  const visited = { ...record, returnVisits: [...record.returnVisits, visitFrom(record, input, ctx)] }
  if (input.outcome === 'dissatisfied') return closeDissatisfied(visited, input, ctx, given)
  const to = input.outcome === 'notReached' ? record.state : ('visited' as const)
  const { returnVisits } = visited
  // Whoever was reached after all is not unreachable.
  const unreachable = input.outcome === 'notReached' ? record.unreachable : null
  const fields = { returnVisits, unreachable }
  const complaint = advance(record, { command: 'recordReturnVisit', to, fields }, ctx)
  return accept({ complaint, followUp: null })
}

/**
 * 无法回访: a supervisor ends the attempts, so that a 有效投诉 whose person was never reached can close. At least three
 * 未联系上 on at least two different days. Refusals: `complaint.visitNotOwed`, `complaint.reachedAlready`,
 * `complaint.givenUpAlready`, `complaint.moreAttempts` `{ left }`, `complaint.attemptOtherDay`,
 * `complaint.reasonRequired`.
 */
export function giveUpVisit(
  record: Complaint,
  input: { reason: string },
  ctx: RuleContext,
): Result<Complaint> {
  const objection = allObjections(
    objectionTo('giveUpVisit', record, ctx),
    objectionToGivingUp(record),
    requireText(input.reason, 'complaint.reasonRequired', 'reason'),
  )
  if (objection) return objection
  const reason = input.reason.trim()
  const fields = { unreachable: { reason, at: ctx.now, by: ctx.actor.name } }
  return accept(advance(record, { command: 'giveUpVisit', note: reason, fields }, ctx))
}

function objectionToGivingUp(record: Complaint): Objection {
  if (!isValidComplaint(record.judgement) || !canBeReached(record)) return refuse('complaint.visitNotOwed')
  if (wasReached(record)) return refuse('complaint.reachedAlready')
  if (record.unreachable) return refuse('complaint.givenUpAlready')
  const { attempts, otherDay } = missingAttempts(record)
  if (attempts > 0) return refuse('complaint.moreAttempts', undefined, { left: attempts })
  return otherDay ? refuse('complaint.attemptOtherDay') : null
}

function objectionToPerson(record: Complaint, person = ''): Objection {
  const known = person === '' || reachableParties(record).some(({ called }) => called === person)
  return known ? null : refuse('complaint.personUnknown', 'person', { name: person })
}

/** Where there is only one, nothing has to be said. */
function personKept(record: Complaint, person = ''): string {
  return reachableParties(record).length < 2 ? '' : person
}

function visitFrom(record: Complaint, input: ReturnVisitInput, ctx: RuleContext): ReturnVisit {
  return {
    id: ctx.newId(),
    person: personKept(record, input.person),
    visitedAt: input.visitedAt,
    way: input.way,
    visitedBy: input.visitedBy.trim() || ctx.actor.name,
    outcome: input.outcome,
    words: input.words.trim(),
  }
}

function closeDissatisfied(
  visited: Complaint,
  input: ReturnVisitInput,
  ctx: RuleContext,
  given: GivenNumber | null,
): Result<ReturnVisitOutcome> {
  if (!given) throw new Error('a dissatisfied visit needs the number of the complaint it opens')
  const ready = withClosing(visited, input)
  const missing = missingForClosing(ready).find(({ key }) => key !== 'complaint.verificationRequired')
  const objection = allObjections(
    requireText(input.words, 'complaint.wordsRequired', 'words'),
    objectionToClosing(visited, input, ctx),
    missing ? refuse(missing.key, missing.field) : null,
  )
  if (objection) return objection
  const opened = { table: 'complaints', id: ctx.newId(), number: given.number, relation: 'repeat' as const }
  const fields = {
    returnVisits: ready.returnVisits,
    summary: ready.summary,
    correctiveActionRef: ready.correctiveActionRef,
    headOfficeReportedAt: ready.headOfficeReportedAt,
    closedAt: ctx.now,
    closedBy: ctx.actor.name,
    links: [...ready.links, opened],
  }
  const complaint = advance(visited, { command: 'recordReturnVisit', to: 'closed', fields }, ctx)
  return accept({ complaint, followUp: followUpOf(visited, input, opened.id, given, ctx) })
}

/** The new complaint says what the person said at the visit, in their own words, and is theirs. */
function followUpOf(
  record: Complaint,
  input: ReturnVisitInput,
  id: string,
  given: GivenNumber,
  ctx: RuleContext,
): FollowUp {
  const { intake } = record
  const speaker = partiesOf(record).find(({ called }) => called === input.person)
  const first = speaker === undefined || speaker.first.id === ''
  return {
    given,
    intake: {
      ...intake,
      ...(first ? {} : { complainant: speaker.first.complainant, remedy: '' }),
      registeredAt: ctx.now,
      channel: CHANNEL_OF_WAY[input.way],
      content: input.words.trim(),
    },
    receivedBy: input.visitedBy,
    followUp: {
      id,
      repeatOf: { id: record.id, number: record.number },
      // The matter goes on for everybody who brought it, and everybody is answered anew.
      others: (first ? record.others : withoutSpeaker(record, speaker)).map((one) => ({
        ...one,
        id: ctx.newId(),
        answersBefore: 0,
      })),
      // A matter is never dropped by passing it on (首问责任, domain 5).
      firstAskedUserIds: [record.firstAskedUserId, ...record.alsoFirstAskedUserIds],
    },
  }
}

/** 其他投诉人 of a matter that goes on as that of one of them: whoever was first is one of the others then. */
function withoutSpeaker(record: Complaint, speaker: Party): CoComplainant[] {
  const first = voicesOf(record).filter(({ id }) => id === '')
  const opener = first.map((voice) => ({
    ...voice,
    words: inOneText(record),
    receivedBy: record.receivedBy,
    receivedByUserId: record.firstAskedUserId,
    fromNumber: '',
  }))
  return [...opener, ...record.others.filter(({ id }) => id !== speaker.first.id)]
}

const CHANNEL_OF_WAY: Record<ContactWay, Channel> = {
  phone: 'phone',
  doorstep: 'visit',
  office: 'visit',
  written: 'letter',
  message: 'phone',
  other: 'staff',
}
