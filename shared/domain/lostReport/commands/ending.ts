import type { Instant } from '../../../util/instant'
import { accept, type Result } from '../../../util/result'
import { allObjections, requirePast, requireText } from '../../register/objections'
import type { RuleContext } from '../../register/types'
import type { LostReport, LostReportEnding } from '../types'
import { advance, objectionTo } from './lifecycle'

export interface FoundInput {
  /** The found item that was given back; null where the owner found it elsewhere, which is then said in words. */
  item: { id: string; number: string } | null
  words: string
  at: Instant
}

/** 已找回. Refusals: `lostReport.endingWordsRequired` (found elsewhere), `time.*`. */
export function markFound(record: LostReport, input: FoundInput, ctx: RuleContext): Result<LostReport> {
  const objection = allObjections(
    objectionTo('markFound', record, ctx),
    requirePast(input.at, 'at', ctx),
    input.item ? null : requireText(input.words, 'lostReport.endingWordsRequired', 'words'),
  )
  if (objection) return objection
  const ending = endingOf(input, input.item, ctx)
  const note = ending.itemNumber || ending.words
  return accept(advance(record, { command: 'markFound', to: 'found', note, fields: { ending } }, ctx))
}

/** 结束寻找, with the reason. Refusals: `lostReport.endingWordsRequired`, `time.*`. */
export function close(
  record: LostReport,
  input: { words: string; at: Instant },
  ctx: RuleContext,
): Result<LostReport> {
  const objection = allObjections(
    objectionTo('close', record, ctx),
    requirePast(input.at, 'at', ctx),
    requireText(input.words, 'lostReport.endingWordsRequired', 'words'),
  )
  if (objection) return objection
  const ending = endingOf(input, null, ctx)
  return accept(
    advance(record, { command: 'close', to: 'closed', note: ending.words, fields: { ending } }, ctx),
  )
}

function endingOf(
  { words, at }: { words: string; at: Instant },
  item: FoundInput['item'],
  ctx: RuleContext,
): LostReportEnding {
  return {
    words: words.trim(),
    itemId: item?.id ?? null,
    itemNumber: item?.number ?? '',
    at,
    by: ctx.actor.name,
  }
}
