import type { Instant } from '../../../util/instant'
import { accept, type Result, refuse } from '../../../util/result'
import type { RuleContext } from '../../register/types'
import type { Channel, Complainant, CoComplainant, Complaint } from '../types'
import { advance, allObjections, objectionTo, requirePast, requireText } from './advance'
import { objectionToComplainant, tidyComplainant } from './intake'

export interface AddComplainantInput {
  /** A household person, or 姓名 with 电话 or 房号, or 匿名. */
  complainant: Complainant
  channel: Channel
  saidAt: Instant
  /** Their own words. */
  words: string
  /** 接待人; '' means the person who is signed in. */
  receivedBy: string
  /** 有财产损失或人员受伤, where this person's words say so: the record keeps it. */
  lossOrInjury?: boolean
}

/**
 * Another person with the same matter (several complainants; one person who comes again by another channel). Whoever
 * takes it in shares 首问责任, and the person waits for an 答复 of their own (domain 5). Who stands on the record
 * already is kept as 再次来电: their words and the time, and nobody more (`partiesOf`).
 * Refusals: those of a complainant in `register`, `complaint.otherWordsRequired`, `time.*`.
 */
export function addComplainant(
  record: Complaint,
  input: AddComplainantInput,
  ctx: RuleContext,
): Result<Complaint> {
  const objection = allObjections(
    objectionTo('addComplainant', record, ctx),
    objectionToComplainant(input.complainant),
    requireText(input.words, 'complaint.otherWordsRequired', 'words'),
    requirePast(input.saidAt, 'saidAt', ctx),
  )
  if (objection) return objection
  const added: CoComplainant = {
    id: ctx.newId(),
    complainant: tidyComplainant(input.complainant),
    channel: input.channel,
    saidAt: input.saidAt,
    words: input.words,
    receivedBy: input.receivedBy.trim() || ctx.actor.name,
    receivedByUserId: ctx.actor.userId,
    fromNumber: '',
    answersBefore: record.answers.length,
  }
  const fields = {
    others: [...record.others, added],
    alsoFirstAskedUserIds: withFirstAsked(record, [ctx.actor.userId]),
    ...(input.lossOrInjury ? { intake: { ...record.intake, lossOrInjury: true } } : {}),
  }
  return accept(advance(record, { command: 'addComplainant', fields }, ctx))
}

/**
 * Takes back a person who was added by mistake; who took in nobody else's words is free of 首问责任 again. Who came
 * with a joined record stays: that record has ended for them.
 * Refusals: `complaint.complainantMissing`, `complaint.joinedStays`, `complaint.reasonRequired`.
 */
export function removeComplainant(
  record: Complaint,
  input: { complainantId: string; reason: string },
  ctx: RuleContext,
): Result<Complaint> {
  const known = record.others.find(({ id }) => id === input.complainantId)
  const objection = allObjections(
    objectionTo('removeComplainant', record, ctx),
    known ? null : refuse('complaint.complainantMissing'),
    known?.fromNumber ? refuse('complaint.joinedStays') : null,
    requireText(input.reason, 'complaint.reasonRequired', 'reason'),
  )
  if (objection) return objection
  const others = record.others.filter((one) => one !== known)
  const userId = known?.receivedByUserId
  // Asked before this person came: by a record that was joined, or by the one that a 不满意 ended.
  const stillAsked = record.repeatOf !== null || others.some((one) => one.receivedByUserId === userId)
  const fields = {
    others,
    alsoFirstAskedUserIds: record.alsoFirstAskedUserIds.filter((id) => stillAsked || id !== userId),
  }
  const note = input.reason.trim()
  return accept(advance(record, { command: 'removeComplainant', note, fields }, ctx))
}

/** 首问责任 shared with more users: the first one stays the first, each of the others stands once. */
export function withFirstAsked(record: Complaint, userIds: readonly string[]): string[] {
  const all = new Set([...record.alsoFirstAskedUserIds, ...userIds])
  all.delete(record.firstAskedUserId)
  return [...all]
}
