import { accept, type Result, refuse } from '../../../util/result'
import { isBefore } from '../../register/moments'
import type { GivenNumber, PrintState, RuleContext } from '../../register/types'
import { contentDigest } from '../content'
import { VISIT_FORM } from '../paper'
import type { Complaint, ComplaintIntake, Step } from '../types'
import { advance, allObjections, objectionTo, settle } from './advance'
import { blank, objectionToIntake, tidy } from './intake'

/** 留号: a number for a blank 《投诉来访记录》 that is filled in away from the desk (forms, "On every form"). */
export function reserve(input: { given: GivenNumber }, ctx: RuleContext): Result<Complaint> {
  const objection = objectionTo('reserve', null, ctx)
  if (objection) return objection
  const { name, userId } = ctx.actor
  const step: Step = { command: 'reserve', at: ctx.now, by: name, userId, from: null, to: 'reserved' }
  const record: Complaint = {
    ...blank(),
    ...input.given,
    state: 'reserved',
    id: ctx.newId(),
    createdAt: ctx.now,
    createdBy: name,
    updatedAt: ctx.now,
    receivedBy: '',
    // Until it is filled in, whoever took the blank sheets answers for them.
    firstAskedUserId: userId,
    intake: emptyIntake(ctx),
    links: [],
    repeatOf: null,
    steps: [step],
  }
  return accept(settle(record, ctx))
}

function emptyIntake(ctx: RuleContext): ComplaintIntake {
  return {
    registeredAt: ctx.now,
    channel: 'visit',
    complainant: { anonymous: false, personId: null, unitId: null, name: '', phone: '', unitCode: '' },
    subject: '',
    occurredAt: null,
    place: '',
    content: '',
    remedy: '',
    lossOrInjury: false,
  }
}

export interface FillInInput {
  intake: ComplaintIntake
  /** 接待人 on the sheet; '' means the person who is signed in. */
  receivedBy: string
}

/**
 * 补录: the reserved record becomes 受理 with what stands on the sheet. 登记时间 is when it was written on paper, which
 * cannot be before the number was given. First asked (首问责任) is whoever fills it in.
 * Refusals: those of `register`, `complaint.beforeReservation`.
 */
export function fillIn(record: Complaint, input: FillInInput, ctx: RuleContext): Result<Complaint> {
  const { intake } = input
  const objection = allObjections(
    objectionTo('fillIn', record, ctx),
    objectionToIntake(intake, ctx),
    isBefore(intake.registeredAt, record.createdAt)
      ? refuse('complaint.beforeReservation', 'registeredAt')
      : null,
  )
  if (objection) return objection
  const fields = {
    intake: tidy(intake),
    receivedBy: input.receivedBy.trim() || ctx.actor.name,
    firstAskedUserId: ctx.actor.userId,
  }
  const prints = withSheetFilledIn({ ...record, ...fields })
  return accept(advance(record, { command: 'fillIn', to: 'accepted', fields: { ...fields, prints } }, ctx))
}

/** The sheet on paper says by hand what the record says now: it has not been changed after printing. */
function withSheetFilledIn(record: Complaint): Record<string, PrintState> {
  const print = record.prints[VISIT_FORM]
  if (!print) return record.prints
  return { ...record.prints, [VISIT_FORM]: { ...print, printedDigest: contentDigest(record) } }
}
