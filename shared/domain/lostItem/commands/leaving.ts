import type { CivilDay, Instant } from '../../../util/instant'
import { civilDayOf, isCivilDay } from '../../../util/civilTime'
import { accept, type Refusal, type Result, refuse } from '../../../util/result'
import { allObjections, type Objection, requirePast, requireText } from '../../register/objections'
import type { OfficeRules, RuleContext, Step } from '../../register/types'
import { expiryDue, legalYearEnd, legalYearRuns, standingDecision } from '../deadlines'
import { isSensitive } from '../states'
import type {
  Decision,
  DecisionOutcome,
  DisposalWay,
  HandOver,
  HandOverTarget,
  LostItem,
  LostItemState,
} from '../types'
import { advance, objectionTo, settle } from './lifecycle'

export interface HandOverInput {
  target: HandOverTarget
  /** 接收单位 */
  office: string
  /** 接收人 there. */
  takenBy: string
  /** 回执编号, or what was given instead. */
  receipt: string
  at: Instant
  words: string
}

/**
 * 移交 to the police, the issuer or another authority. What has expired waits for the director's decision first, unless
 * it is of a kind that may not be kept at all. Refusals: `lostItem.decisionRequired`,
 * `lostItem.handOverOfficeRequired`, `lostItem.receiptRequired`, `time.*`.
 */
export function handOver(record: LostItem, input: HandOverInput, ctx: RuleContext): Result<LostItem> {
  const objection = allObjections(
    objectionTo('handOver', record, ctx),
    mayGo(record, 'handOver') || isSensitive(record) ? null : refuse('lostItem.decisionRequired'),
    requireText(input.office, 'lostItem.handOverOfficeRequired', 'office'),
    requireText(input.receipt, 'lostItem.receiptRequired', 'receipt'),
    requirePast(input.at, 'at', ctx, record.intake.handedInAt),
  )
  if (objection) return objection
  const given: HandOver = {
    target: input.target,
    office: input.office.trim(),
    takenBy: input.takenBy.trim(),
    receipt: input.receipt.trim(),
    at: input.at,
    handledBy: ctx.actor.name,
    words: input.words.trim(),
  }
  const change = {
    command: 'handOver',
    to: 'handedOver',
    note: given.office,
    fields: { handOver: given },
  } as const
  return accept(advance(record, change, ctx))
}

/** Whether what has expired may leave this way: only as the director decided. */
function mayGo(record: LostItem, outcome: DecisionOutcome): boolean {
  return record.state !== 'expired' || standingDecision(record)?.outcome === outcome
}

/**
 * 逾期待处理 by itself once the house's custody is over, for the daily sweep: the next revision, or null where nothing is
 * due. No role is asked, for nobody does it; nothing is disposed of by it (domain 6).
 */
export function expireIfDue(record: LostItem, ctx: RuleContext): LostItem | null {
  const due = expiryDue(record, ctx.settings)
  if (due === null || ctx.now <= due) return null
  const from = record.state
  const step: Step<LostItemState> = {
    command: 'expire',
    at: ctx.now,
    by: '',
    userId: '',
    from,
    to: 'expired',
  }
  const next: LostItem = {
    ...record,
    state: 'expired',
    rev: record.rev + 1,
    updatedAt: ctx.now,
    expiredAt: ctx.now,
    steps: [...record.steps, step],
  }
  return settle(next, ctx)
}

export interface DecideInput {
  outcome: DecisionOutcome
  opinion: string
  /** 继续保管至; null for the others. */
  keepUntil: CivilDay | null
  /** Why it is disposed of while the legal year runs; '' else. */
  earlyReason: string
}

/**
 * 主任意见 on an expired item. Again, the later one stands. Refusals: `lostItem.opinionRequired`,
 * `lostItem.keepUntilAhead`, and for 处置 without a reason while the owner may still claim by law:
 * `lostItem.legalYearRuns` `{ until }` or `lostItem.neverNoticed`.
 */
export function decide(record: LostItem, input: DecideInput, ctx: RuleContext): Result<LostItem> {
  const objection = allObjections(
    objectionTo('decide', record, ctx),
    requireText(input.opinion, 'lostItem.opinionRequired', 'opinion'),
    input.outcome === 'keep' ? objectionToKeeping(input.keepUntil, ctx) : null,
    input.outcome === 'dispose' ? objectionToDisposing(record, input.earlyReason, ctx) : null,
  )
  if (objection) return objection
  const keep = input.outcome === 'keep'
  const early = input.outcome === 'dispose' && legalYearRuns(record, ctx.settings, ctx.now)
  const decision: Decision = {
    outcome: input.outcome,
    opinion: input.opinion.trim(),
    keepUntil: keep ? input.keepUntil : null,
    earlyReason: early ? input.earlyReason.trim() : '',
    decidedAt: ctx.now,
    decidedBy: ctx.actor.name,
  }
  const fields = { decisions: [...record.decisions, decision], expiredAt: keep ? null : record.expiredAt }
  const kept = record.notices.length > 0 ? 'noticed' : 'stored'
  const change = {
    command: 'decide',
    to: keep ? kept : record.state,
    note: decision.opinion,
    fields,
  } as const
  return accept(advance(record, change, ctx))
}

/** The law's warning (民法典 318): what speaks against disposing now without a reason; null once the year is over. */
export function disposalWarning(
  record: Pick<LostItem, 'notices'>,
  rules: OfficeRules,
  now: Instant,
): Refusal | null {
  if (!legalYearRuns(record, rules, now)) return null
  const end = legalYearEnd(record, rules)
  if (end === null) return { key: 'lostItem.neverNoticed', field: 'earlyReason' }
  return { key: 'lostItem.legalYearRuns', field: 'earlyReason', params: { until: civilDayOf(end) } }
}

function objectionToDisposing(record: LostItem, reason: string, ctx: RuleContext): Objection {
  const warning = reason.trim() === '' ? disposalWarning(record, ctx.settings, ctx.now) : null
  return warning && { ok: false, refusal: warning }
}

function objectionToKeeping(until: CivilDay | null, ctx: RuleContext): Objection {
  const ahead = until !== null && isCivilDay(until) && until > civilDayOf(ctx.now)
  return ahead ? null : refuse('lostItem.keepUntilAhead', 'keepUntil')
}

export interface DisposeInput {
  way: DisposalWay
  words: string
  at: Instant
  /** 见证人 */
  witness: string
}

/**
 * 处置, as the director decided. Refusals: `lostItem.decisionRequired`, the warning of `decide` where its reason is
 * missing, `lostItem.disposalWordsRequired`, `lostItem.witnessRequired`, `time.*` (not before the decision).
 */
export function dispose(record: LostItem, input: DisposeInput, ctx: RuleContext): Result<LostItem> {
  const objection = objectionTo('dispose', record, ctx)
  if (objection) return objection
  const decision = standingDecision(record)
  if (decision?.outcome !== 'dispose') return refuse('lostItem.decisionRequired')
  const against = allObjections(
    objectionToDisposing(record, decision.earlyReason, ctx),
    requireText(input.words, 'lostItem.disposalWordsRequired', 'words'),
    requireText(input.witness, 'lostItem.witnessRequired', 'witness'),
    requirePast(input.at, 'at', ctx, decision.decidedAt),
  )
  if (against) return against
  const disposal = {
    way: input.way,
    words: input.words.trim(),
    at: input.at,
    handledBy: ctx.actor.name,
    witness: input.witness.trim(),
  }
  return accept(advance(record, { command: 'dispose', to: 'disposed', fields: { disposal } }, ctx))
}
