import { isBefore } from '../../register/moments'
import { normalizePhone } from '../../../util/contact'
import { msOf } from '../../../util/civilTime'
import { accept, type Result, refuse } from '../../../util/result'
import { allObjections, type Objection, requirePast, requireText } from '../../register/objections'
import { objectionToPhone } from '../../register/person'
import type { GivenNumber, RuleContext } from '../../register/types'
import type { LostItem, LostItemIntake } from '../types'
import { tidyEstimate } from '../value'
import { advance, begin, objectionTo } from './lifecycle'

/** Most pieces of one found thing: more are several records. */
const MOST_PIECES = 9999

/**
 * 收存登记. Refusals: `lostItem.nameRequired`, `lostItem.quantityInvalid`, `lostItem.estimateInvalid`,
 * `lostItem.placeRequired`, `lostItem.finderRequired`, `lostItem.storedAtRequired`, `lostItem.foundAfterHandedIn`,
 * `lostItem.countedByReceiver`, `person.phoneInvalid`, `time.*`.
 */
export function register(
  input: { given: GivenNumber; intake: LostItemIntake },
  ctx: RuleContext,
): Result<LostItem> {
  const objection = objectionTo('register', null, ctx) ?? objectionToIntake(input.intake, ctx)
  if (objection) return objection
  return accept(
    begin('register', 'stored', input.given, { ...blank(), intake: tidy(input.intake, ctx) }, ctx),
  )
}

/**
 * Corrects or completes what was taken in. 上交时间 stays: every clock hangs on it. Refusals: those of `register`,
 * `lostItem.handedInAtFixed`.
 */
export function amendIntake(
  record: LostItem,
  { intake }: { intake: LostItemIntake },
  ctx: RuleContext,
): Result<LostItem> {
  const objection = allObjections(
    objectionTo('amendIntake', record, ctx),
    objectionToIntake(intake, ctx),
    msOf(intake.handedInAt) === msOf(record.intake.handedInAt)
      ? null
      : refuse('lostItem.handedInAtFixed', 'handedInAt'),
  )
  if (objection) return objection
  return accept(advance(record, { command: 'amendIntake', fields: { intake: tidy(intake, ctx) } }, ctx))
}

/** What speaks against an intake; see `register`. */
export function objectionToIntake(intake: LostItemIntake, ctx: RuleContext): Objection {
  const { foundAt, handedInAt, finder, quantity, estimate } = intake
  return allObjections(
    requireText(intake.name, 'lostItem.nameRequired', 'name'),
    isCount(quantity) ? null : refuse('lostItem.quantityInvalid', 'quantity'),
    estimate.fen === null || isFen(estimate.fen) ? null : refuse('lostItem.estimateInvalid', 'estimate.fen'),
    foundAt === null ? null : requirePast(foundAt, 'foundAt', ctx),
    requireText(intake.foundPlace, 'lostItem.placeRequired', 'foundPlace'),
    requireText(finder.name, 'lostItem.finderRequired', 'finder.name'),
    objectionToPhone(finder, 'finder'),
    requirePast(handedInAt, 'handedInAt', ctx),
    foundAt !== null && isBefore(handedInAt, foundAt)
      ? refuse('lostItem.foundAfterHandedIn', 'foundAt')
      : null,
    requireText(intake.storedAt, 'lostItem.storedAtRequired', 'storedAt'),
    objectionToCounters(intake, ctx),
  )
}

/** 清点人 is a second pair of eyes: not the person who received it. */
function objectionToCounters({ receivedBy, countedBy }: LostItemIntake, ctx: RuleContext): Objection {
  const receiver = receivedBy.trim() || ctx.actor.name
  return countedBy.trim() === receiver ? refuse('lostItem.countedByReceiver', 'countedBy') : null
}

function isCount(quantity: number): boolean {
  return Number.isInteger(quantity) && quantity >= 1 && quantity <= MOST_PIECES
}

function isFen(fen: number): boolean {
  return Number.isSafeInteger(fen) && fen >= 0
}

/** The band follows the amount; texts lose stray spaces; whoever is signed in received it unless another is named. */
export function tidy(intake: LostItemIntake, ctx: RuleContext): LostItemIntake {
  const { finder } = intake
  return {
    ...intake,
    name: intake.name.trim(),
    features: intake.features.trim(),
    estimate: tidyEstimate(intake.estimate),
    foundPlace: intake.foundPlace.trim(),
    finder: { name: finder.name.trim(), role: finder.role.trim(), phone: normalizePhone(finder.phone) },
    receivedBy: intake.receivedBy.trim() || ctx.actor.name,
    countedBy: intake.countedBy.trim(),
    storedAt: intake.storedAt.trim(),
    clues: intake.clues.trim(),
    remarks: intake.remarks.trim(),
  }
}

/** What a record does not say yet when it begins. */
export function blank() {
  return {
    register: 'lostItem' as const,
    notices: [],
    claims: [],
    handOver: null,
    decisions: [],
    disposal: null,
    custodyUntil: null,
    expiredAt: null,
  } satisfies Partial<LostItem>
}
