import { claimOnSheet } from '../../domain/lostItem/claims'
import { isBlankSheet } from '../../domain/lostItem/paper'
import type { LostItem } from '../../domain/lostItem/types'
import { yuanText } from '../../domain/lostItem/value'
import { formatPhone } from '../../util/contact'
import type { Sheet } from '../layout/frame'
import { when } from '../when'
import {
  BAND_WORDS,
  CATEGORY_WORDS,
  DECISION_WORDS,
  DISPOSAL_WORDS,
  OUTCOME_WORDS,
  RELATION_WORDS,
  TARGET_WORDS,
} from './words'

/** What of a found item the claim form reads. */
export type ItemOnForm = Partial<
  Pick<LostItem, 'intake' | 'notices' | 'claims' | 'handOver' | 'decisions' | 'disposal' | 'void'>
>

export interface LostClaimInput {
  sheet: Sheet
  /** `{}` prints the blank form. */
  item: ItemOnForm
}

/** What stands on the form, as text. */
export interface LostClaimTexts {
  name: string
  category: string
  quantity: string
  estimate: string
  features: string
  foundAt: string
  foundPlace: string
  handedInAt: string
  storedAt: string
  finder: string
  finderRole: string
  finderPhone: string
  receivedBy: string
  countedBy: string
  clues: string
  remarks: string
  claimant: string
  claimantPhone: string
  relation: string
  idLast4: string
  stated: string
  check: string
  claimedAt: string
  handledBy: string
  outcome: string
}

const NO_CLAIM = {
  claimant: '',
  claimantPhone: '',
  relation: '',
  idLast4: '',
  stated: '',
  check: '',
  claimedAt: '',
  handledBy: '',
}

const EMPTY: LostClaimTexts = {
  name: '',
  category: '',
  quantity: '',
  estimate: '',
  features: '',
  foundAt: '',
  foundPlace: '',
  handedInAt: '',
  storedAt: '',
  finder: '',
  finderRole: '',
  finderPhone: '',
  receivedBy: '',
  countedBy: '',
  clues: '',
  remarks: '',
  ...NO_CLAIM,
  outcome: '',
}

/** The form's texts; empty ones are left for the hand. */
export function lostClaimTexts({ item }: LostClaimInput): LostClaimTexts {
  const { intake } = item
  if (!intake || isBlankSheet({ intake })) return EMPTY
  const { estimate, finder, quantity } = intake
  return {
    name: intake.name,
    category: CATEGORY_WORDS[intake.category],
    quantity: String(quantity),
    estimate: estimate.fen === null ? BAND_WORDS[estimate.band] : `${yuanText(estimate.fen)} 元`,
    features: intake.features,
    foundAt: when(intake.foundAt),
    foundPlace: intake.foundPlace,
    handedInAt: when(intake.handedInAt),
    storedAt: intake.storedAt,
    finder: finder.name,
    finderRole: finder.role,
    finderPhone: phoneText(finder.phone),
    receivedBy: intake.receivedBy,
    countedBy: intake.countedBy,
    clues: intake.clues,
    remarks: intake.remarks,
    ...claimTexts(item),
    outcome: outcomeText(item),
  }
}

function claimTexts({ claims = [] }: ItemOnForm): typeof NO_CLAIM {
  const claim = claimOnSheet({ claims })
  if (!claim) return NO_CLAIM
  const { check } = claim
  return {
    claimant: claim.name,
    claimantPhone: phoneText(claim.phone),
    relation: RELATION_WORDS[claim.relation],
    idLast4: claim.idLast4,
    stated: claim.statedFeatures,
    check: check ? [OUTCOME_WORDS[check.outcome], check.words].filter(Boolean).join('；') : '',
    claimedAt: when(claim.claimedAt),
    handledBy: claim.handledBy,
  }
}

/** What became of it when nobody claimed it: where it went, or what the director decided. */
function outcomeText({ handOver, decisions = [], disposal }: ItemOnForm): string {
  const decision = decisions.at(-1)
  const decided = decision && [
    `${DECISION_WORDS[decision.outcome]}${decision.keepUntil ? `至${decision.keepUntil}` : ''}：${decision.opinion}`,
    decision.earlyReason && `（公告未满一年，理由：${decision.earlyReason}）`,
    `（${decision.decidedBy} ${when(decision.decidedAt)}）`,
  ]
  const gone = handOver && [
    `移交${TARGET_WORDS[handOver.target]}：${handOver.office}`,
    handOver.takenBy && `接收人${handOver.takenBy}`,
    `回执${handOver.receipt}`,
    when(handOver.at),
    handOver.words,
  ]
  const disposed = disposal && [
    `处置（${DISPOSAL_WORDS[disposal.way]}）：${disposal.words}`,
    `见证人${disposal.witness}`,
    when(disposal.at),
  ]
  const said = [decided?.filter(Boolean).join(''), gone?.filter(Boolean).join('，'), disposed?.join('，')]
  return said.filter(Boolean).join('\n')
}

/** A phone as it is read; what is none stays as it was written. */
function phoneText(phone: string): string {
  return phone === '' ? '' : formatPhone(phone)
}
