import { z } from 'zod'
import * as decide from '../../../shared/domain/monthReview/commands'
import { isMonthId, type MonthId, monthOf } from '../../../shared/util/months'
import { accept, refuse } from '../../../shared/util/result'
import type { CommandSpec } from '../core/commandRunner'
import { type SavedRecord, saved } from './recordCommand'

const month = z.string().refine(isMonthId)

/** Begins the review of a month that has begun; where it was begun already nothing happens. Refusal `monthReview.notBegun`. */
export const openReviewCommand: CommandSpec<{ month: MonthId }, SavedRecord> = {
  name: 'monthReview.open',
  permission: 'month.review',
  tables: ['monthReviews'],
  input: z.strictObject({ month }),
  run: async (tx, input) => {
    const known = await tx.get('monthReviews', input.month)
    if (known) return accept(saved(known))
    if (input.month > monthOf(tx.ctx.now)) return refuse('monthReview.notBegun')
    const opened = decide.openReview(input.month, tx.ctx)
    await tx.put('monthReviews', opened)
    return accept(saved(opened))
  },
}
