import { accept, type Result, refuse } from '../../../util/result'
import type { Instant } from '../../../util/instant'
import { allObjections, requirePast, requireText } from '../../register/objections'
import type { RuleContext } from '../../register/types'
import { mayBeAnnounced } from '../states'
import type { LostItem, Notice } from '../types'
import { advance, objectionTo } from './lifecycle'

export interface PublishInput {
  postedAt: Instant
  /** 张贴地点 */
  place: string
}

/**
 * 发布招领公告: the first one begins the legal year (民法典 318); an expired item that was never announced may still be,
 * and stays expired. Refusals: `lostItem.neverAnnounced`, `lostItem.noticePlaceRequired`, `time.*` (not before 上交时间).
 */
export function publish(record: LostItem, input: PublishInput, ctx: RuleContext): Result<LostItem> {
  const objection = allObjections(
    objectionTo('publish', record, ctx),
    mayBeAnnounced(record) ? null : refuse('lostItem.neverAnnounced'),
    requirePast(input.postedAt, 'postedAt', ctx, record.intake.handedInAt),
    requireText(input.place, 'lostItem.noticePlaceRequired', 'place'),
  )
  if (objection) return objection
  const notice: Notice = { postedAt: input.postedAt, place: input.place.trim(), postedBy: ctx.actor.name }
  // Whichever was posted first begins the year, in whatever order they are entered.
  const notices = [...record.notices, notice].sort((a, b) => (a.postedAt < b.postedAt ? -1 : 1))
  const to = record.state === 'stored' ? 'noticed' : record.state
  return accept(advance(record, { command: 'publish', to, note: notice.place, fields: { notices } }, ctx))
}
