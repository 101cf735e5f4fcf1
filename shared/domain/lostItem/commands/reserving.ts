import { isBefore } from '../../register/moments'
import { accept, type Result, refuse } from '../../../util/result'
import { allObjections } from '../../register/objections'
import type { GivenNumber, PrintState, RuleContext } from '../../register/types'
import { contentDigest } from '../content'
import { CLAIM_FORM } from '../paper'
import type { LostItem, LostItemIntake } from '../types'
import { blank, objectionToIntake, tidy } from './intake'
import { advance, begin, objectionTo } from './lifecycle'

/** 留号: a number for a blank 《失物认领单》 that is filled in away from the desk (forms, "On every form"). */
export function reserve({ given }: { given: GivenNumber }, ctx: RuleContext): Result<LostItem> {
  const objection = objectionTo('reserve', null, ctx)
  if (objection) return objection
  return accept(begin('reserve', 'reserved', given, { ...blank(), intake: emptyIntake(ctx) }, ctx))
}

function emptyIntake(ctx: RuleContext): LostItemIntake {
  return {
    name: '',
    category: 'other',
    quantity: 1,
    features: '',
    estimate: { fen: null, band: 'upTo100' },
    foundAt: null,
    foundPlace: '',
    finder: { name: '', role: '', phone: '' },
    handedInAt: ctx.now,
    receivedBy: '',
    countedBy: '',
    storedAt: '',
    clues: '',
    remarks: '',
  }
}

/**
 * 补录: the reserved record becomes 在库 with what stands on the sheet. 上交时间 is when it was written on paper, which
 * cannot be before the number was given. Refusals: those of `register`, `lostItem.beforeReservation`.
 */
export function fillIn(
  record: LostItem,
  { intake }: { intake: LostItemIntake },
  ctx: RuleContext,
): Result<LostItem> {
  const objection = allObjections(
    objectionTo('fillIn', record, ctx),
    objectionToIntake(intake, ctx),
    isBefore(intake.handedInAt, record.createdAt) ? refuse('lostItem.beforeReservation', 'handedInAt') : null,
  )
  if (objection) return objection
  const fields = { intake: tidy(intake, ctx) }
  const prints = withSheetFilledIn({ ...record, ...fields })
  return accept(advance(record, { command: 'fillIn', to: 'stored', fields: { ...fields, prints } }, ctx))
}

/** The sheet on paper says by hand what the record says now: it has not been changed after printing. */
function withSheetFilledIn(record: LostItem): Record<string, PrintState> {
  const print = record.prints[CLAIM_FORM]
  if (!print) return record.prints
  return { ...record.prints, [CLAIM_FORM]: { ...print, printedDigest: contentDigest(record) } }
}
