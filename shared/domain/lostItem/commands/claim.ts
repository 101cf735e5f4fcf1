import { isIdLastFour, normalizeIdLastFour, normalizePhone } from '../../../util/contact'
import type { Instant } from '../../../util/instant'
import { accept, type Result, refuse } from '../../../util/result'
import { isBefore } from '../../register/moments'
import { allObjections, type Objection, requirePast, requireText } from '../../register/objections'
import { objectionToPhone } from '../../register/person'
import type { RuleContext } from '../../register/types'
import { isOnBehalf } from '../claims'
import type { CheckOutcome, Claim, ClaimRelation, LostItem } from '../types'
import { advance, objectionTo } from './lifecycle'

export interface StateClaimInput {
  /** 认领人 */
  name: string
  phone: string
  relation: ClaimRelation
  /** What they say of the thing before it is shown. */
  statedFeatures: string
  statedAt: Instant
}

/**
 * 认领陈述: who claims it, and the features they state before the item is shown (domain 6). Refusals:
 * `lostItem.claimantRequired`, `lostItem.claimantPhoneRequired`, `person.phoneInvalid`, `lostItem.statementRequired`,
 * `time.*`.
 */
export function stateClaim(record: LostItem, input: StateClaimInput, ctx: RuleContext): Result<LostItem> {
  const objection = allObjections(
    objectionTo('stateClaim', record, ctx),
    requireText(input.name, 'lostItem.claimantRequired', 'name'),
    requireText(input.phone, 'lostItem.claimantPhoneRequired', 'phone'),
    phoneOf(input),
    requireText(input.statedFeatures, 'lostItem.statementRequired', 'statedFeatures'),
    requirePast(input.statedAt, 'statedAt', ctx, record.intake.handedInAt),
  )
  if (objection) return objection
  const stated: Claim = {
    id: ctx.newId(),
    name: input.name.trim(),
    phone: normalizePhone(input.phone),
    relation: input.relation,
    statedFeatures: input.statedFeatures,
    statedAt: input.statedAt,
    notedBy: ctx.actor.name,
    check: null,
    idLast4: '',
    claimedAt: null,
    handledBy: '',
    authorizationIds: [],
  }
  const fields = { claims: [...record.claims, stated] }
  return accept(advance(record, { command: 'stateClaim', note: stated.name, fields }, ctx))
}

/** The phone of a claimant stands alone in its form: the field is `phone`. */
function phoneOf({ phone }: { phone: string }): Objection {
  const objection = objectionToPhone({ phone }, '')
  return objection && refuse(objection.refusal.key, 'phone')
}

export interface ClaimInput {
  /** The claim that was stated; '' where nothing was: then it is refused. */
  claimId: string
  /** When the item was shown. */
  shownAt: Instant
  /** 核对结果 */
  outcome: CheckOutcome
  words: string
  /** 证件末四位; not asked where it does not agree. */
  idLast4: string
  /** 认领时间; null where it does not agree. */
  claimedAt: Instant | null
  /** 经办人; '' means the person who is signed in. */
  handledBy: string
  /** 委托书, attachments of the record. */
  authorizationIds: readonly string[]
}

/**
 * 核对并认领. Where the thing agrees with what was stated before, it is given out: 已认领. Where it differs the claim ends
 * and the item stays. Refusals: `lostItem.statementRequired` (nothing was stated), `lostItem.claimChecked`,
 * `lostItem.statedAfterShown`, `lostItem.checkWordsRequired` (不符), `lostItem.idLastFourInvalid`,
 * `lostItem.claimedBeforeShown`, `lostItem.authorizationRequired` (on behalf of somebody), `time.*`.
 */
export function claim(record: LostItem, input: ClaimInput, ctx: RuleContext): Result<LostItem> {
  const objection = objectionTo('claim', record, ctx)
  if (objection) return objection
  const stated = record.claims.find(({ id }) => id === input.claimId)
  if (!stated || stated.statedFeatures.trim() === '') return refuse('lostItem.statementRequired', 'claimId')
  const agrees = input.outcome === 'matches'
  const against =
    objectionToShowing(stated, input, ctx) ?? (agrees ? objectionToGiving(stated, input, ctx) : null)
  if (against) return against
  const check = {
    shownAt: input.shownAt,
    outcome: input.outcome,
    words: input.words.trim(),
    checkedBy: ctx.actor.name,
  }
  const checked: Claim = agrees ? given({ ...stated, check }, input, ctx) : { ...stated, check }
  const claims = record.claims.map((one) => (one.id === checked.id ? checked : one))
  const to = agrees ? 'claimed' : record.state
  return accept(advance(record, { command: 'claim', to, note: stated.name, fields: { claims } }, ctx))
}

function objectionToShowing(stated: Claim, input: ClaimInput, ctx: RuleContext): Objection {
  return allObjections(
    stated.check === null ? null : refuse('lostItem.claimChecked'),
    requirePast(input.shownAt, 'shownAt', ctx),
    isBefore(input.shownAt, stated.statedAt) ? refuse('lostItem.statedAfterShown', 'shownAt') : null,
    input.outcome === 'differs' ? requireText(input.words, 'lostItem.checkWordsRequired', 'words') : null,
  )
}

function objectionToGiving(stated: Claim, input: ClaimInput, ctx: RuleContext): Objection {
  const { claimedAt } = input
  return allObjections(
    isIdLastFour(input.idLast4) ? null : refuse('lostItem.idLastFourInvalid', 'idLast4'),
    claimedAt === null ? refuse('time.invalid', 'claimedAt') : requirePast(claimedAt, 'claimedAt', ctx),
    claimedAt !== null && isBefore(claimedAt, input.shownAt)
      ? refuse('lostItem.claimedBeforeShown', 'claimedAt')
      : null,
    isOnBehalf(stated) && input.authorizationIds.length === 0
      ? refuse('lostItem.authorizationRequired', 'authorization')
      : null,
  )
}

function given(checked: Claim, input: ClaimInput, ctx: RuleContext): Claim {
  return {
    ...checked,
    idLast4: normalizeIdLastFour(input.idLast4),
    claimedAt: input.claimedAt,
    handledBy: input.handledBy.trim() || ctx.actor.name,
    authorizationIds: [...input.authorizationIds],
  }
}
