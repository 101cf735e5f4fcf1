import { canonicalJson } from '../../../util/canonicalJson'
import { civilDayOf, isCivilDay, msOf } from '../../../util/civilTime'
import type { CivilDay, Instant } from '../../../util/instant'
import { accept, type Result, refuse } from '../../../util/result'
import type { RuleContext } from '../../register/types'
import type { Complaint, Handling, PromiseMove, ProposalConsent } from '../types'
import {
  advance,
  allObjections,
  type Objection,
  objectionTo,
  requireAhead,
  requirePast,
  requireText,
} from './advance'

/** What the person said to the proposals, as it is entered; who noted it is whoever is signed in. */
export type ConsentInput = Omit<ProposalConsent, 'notedBy'>

/** What the handling form holds; fields left out stay as they are. `consent` null: nobody was asked yet. */
export type HandlingInput = Partial<
  Pick<Handling, 'investigation' | 'causeAnalysis' | 'proposals' | 'chosenProposal' | 'measures'> & {
    consent: ConsentInput | null
  }
>

/**
 * Keeps what was found and done so far (调查经过, 原因分析, 处理方案 with the person's consent, 处理措施), without changing
 * the state. Refusals: `complaint.proposalUnknown`, `complaint.consentNeedsProposal`, `complaint.consentNeedsChoice`,
 * `complaint.refusedAll`, `time.*`; once the work is reported as done those of `complete`.
 */
export function recordHandling(record: Complaint, input: HandlingInput, ctx: RuleContext): Result<Complaint> {
  const objection = objectionTo('recordHandling', record, ctx)
  if (objection) return objection
  const handling = withWork(record, input, ctx)
  if (!handling.ok) return handling
  const undone = record.state === 'handled' ? objectionToDone(handling.value) : null
  if (undone) return undone
  return accept(advance(record, { command: 'recordHandling', fields: { handling: handling.value } }, ctx))
}

/**
 * 处理完毕. A person who wants none of the proposals keeps the record in work. Refusals: `complaint.notAgreed`,
 * `complaint.measuresRequired`, `time.inFuture`, `time.beforeRegistration`, and those of `recordHandling`.
 */
export function complete(
  record: Complaint,
  input: HandlingInput & { completedAt: Instant },
  ctx: RuleContext,
): Result<Complaint> {
  const barred = objectionTo('complete', record, ctx)
  if (barred) return barred
  const handling = withWork(record, input, ctx)
  if (!handling.ok) return handling
  const objection = allObjections(
    objectionToDone(handling.value),
    requirePast(input.completedAt, 'completedAt', ctx, record),
  )
  if (objection) return objection
  const fields = { handling: { ...handling.value, completedAt: input.completedAt } }
  return accept(advance(record, { command: 'complete', to: 'handled', fields }, ctx))
}

export interface SuspendInput {
  reason: string
  /** 下次联系日, today or later. */
  nextContactOn: CivilDay
}

/**
 * 挂起, and again to set the next 下次联系日 after a contact.
 * Refusals: `complaint.reasonRequired`, `complaint.contactDayInvalid`.
 */
export function suspend(record: Complaint, input: SuspendInput, ctx: RuleContext): Result<Complaint> {
  const { reason, nextContactOn } = input
  const objection = allObjections(
    objectionTo('suspend', record, ctx),
    requireText(reason, 'complaint.reasonRequired', 'reason'),
  )
  if (objection) return objection
  if (!isCivilDay(nextContactOn) || nextContactOn < civilDayOf(ctx.now)) {
    return refuse('complaint.contactDayInvalid', 'nextContactOn')
  }
  const suspension = {
    reason: reason.trim(),
    nextContactOn,
    suspendedAt: ctx.now,
    suspendedBy: ctx.actor.name,
  }
  const note = suspension.reason
  return accept(advance(record, { command: 'suspend', to: 'suspended', note, fields: { suspension } }, ctx))
}

/** Back from 挂起 to 处理中; the reason stays in the steps. */
export function resume(record: Complaint, ctx: RuleContext): Result<Complaint> {
  const objection = objectionTo('resume', record, ctx)
  if (objection) return objection
  return accept(advance(record, { command: 'resume', to: 'inProgress', fields: { suspension: null } }, ctx))
}

export type MovePromiseInput = Pick<PromiseMove, 'to' | 'reason' | 'toldAt'>

/**
 * 延期告知: the deadline that the person was told moves only with a reason and the time at which they were told.
 * Refusals: `complaint.noPromise`, `complaint.reasonRequired`, `time.inPast` (to), `time.inFuture` (toldAt).
 */
export function movePromise(record: Complaint, input: MovePromiseInput, ctx: RuleContext): Result<Complaint> {
  const barred = objectionTo('movePromise', record, ctx)
  if (barred) return barred
  const { handling } = record
  if (!handling?.promisedAt) return refuse('complaint.noPromise')
  const objection = allObjections(
    requireAhead(input.to, 'to', ctx),
    msOf(input.to) === msOf(handling.promisedAt) ? refuse('complaint.promiseUnchanged', 'to') : null,
    requireText(input.reason, 'complaint.reasonRequired', 'reason'),
    requirePast(input.toldAt, 'toldAt', ctx, record),
  )
  if (objection) return objection
  const move: PromiseMove = {
    from: handling.promisedAt,
    to: input.to,
    reason: input.reason.trim(),
    toldAt: input.toldAt,
    movedAt: ctx.now,
    movedBy: ctx.actor.name,
  }
  const moved = { ...handling, promisedAt: input.to, promiseMoves: [...handling.promiseMoves, move] }
  return accept(
    advance(record, { command: 'movePromise', note: move.reason, fields: { handling: moved } }, ctx),
  )
}

/** What keeps work from being reported as done. Refusals `complaint.notAgreed`, `complaint.measuresRequired`. */
export function objectionToDone({ consent, measures }: Handling): Objection {
  return allObjections(
    consent?.agreed === false ? refuse('complaint.notAgreed', 'consent.agreed') : null,
    requireText(measures, 'complaint.measuresRequired', 'measures'),
  )
}

/** Merges the form into the record. */
function withWork(record: Complaint, input: HandlingInput, ctx: RuleContext): Result<Handling> {
  const { handling } = record
  if (!handling) return refuse('complaint.notNow.recordHandling')
  const choice = choiceOf(handling, input)
  if (!choice.ok) return choice
  const work = {
    ...handling,
    ...choice.value,
    investigation: input.investigation ?? handling.investigation,
    causeAnalysis: input.causeAnalysis ?? handling.causeAnalysis,
    measures: input.measures ?? handling.measures,
  }
  const consent = consentTo(work, handling, input.consent, ctx)
  const objection = allObjections(
    objectionToStaleConsent(work, handling, input.consent),
    objectionToConsent({ ...work, consent }, record, ctx),
  )
  return objection ?? accept({ ...work, consent })
}

/** Empty lines among the proposals go, and the choice keeps its proposal. */
function choiceOf(
  handling: Handling,
  input: HandlingInput,
): Result<Pick<Handling, 'proposals' | 'chosenProposal'>> {
  const offered = input.proposals ?? handling.proposals
  const index = input.chosenProposal === undefined ? handling.chosenProposal : input.chosenProposal
  const proposals = offered.map((text) => text.trim()).filter((text) => text !== '')
  const chosen = index === null ? undefined : offered[index]?.trim()
  if (index !== null && !chosen) return refuse('complaint.proposalUnknown', 'chosenProposal')
  const before = offered.slice(0, index ?? 0).filter((text) => text.trim() !== '').length
  return accept({ proposals, chosenProposal: index === null ? null : before })
}

/** Who noted it stays until it says something else. Left out, it goes with the choice that it was given to. */
function consentTo(
  work: Handling,
  before: Handling,
  input: ConsentInput | null | undefined,
  ctx: RuleContext,
): ProposalConsent | null {
  if (input === null) return null
  if (input === undefined) return chosenText(work) === chosenText(before) ? before.consent : null
  const said = { agreed: input.agreed, at: input.at, way: input.way, words: input.words.trim() }
  const { notedBy, ...known } = before.consent ?? { notedBy: ctx.actor.name }
  return { ...said, notedBy: canonicalJson(known) === canonicalJson(said) ? notedBy : ctx.actor.name }
}

function chosenText({ proposals, chosenProposal }: Handling): string | undefined {
  return chosenProposal === null ? undefined : proposals[chosenProposal]
}

/** What was agreed to is not what the person agreed to any more, and nobody asked again. */
function objectionToStaleConsent(
  work: Handling,
  before: Handling,
  input: ConsentInput | null | undefined,
): Objection {
  const agreed = before.consent?.agreed === true && input?.agreed === true
  const askedAgain = input?.at !== before.consent?.at
  const changed = chosenText(work) !== chosenText(before)
  return agreed && changed && !askedAgain ? refuse('complaint.consentStale', 'consent.agreed') : null
}

/** 同意 is to one of the proposals, 不同意 is to all of them. */
function objectionToConsent(work: Handling, record: Complaint, ctx: RuleContext): Objection {
  const { consent, proposals, chosenProposal } = work
  if (!consent) return null
  return allObjections(
    proposals.length === 0 ? refuse('complaint.consentNeedsProposal', 'consent.agreed') : null,
    consent.agreed && chosenProposal === null
      ? refuse('complaint.consentNeedsChoice', 'chosenProposal')
      : null,
    !consent.agreed && chosenProposal !== null ? refuse('complaint.refusedAll', 'chosenProposal') : null,
    requirePast(consent.at, 'consent.at', ctx, record),
  )
}
