import { keepReviewsCommand } from './commands/monthReviews'
import type { DeskData } from './deskData'

/**
 * Keeps the reviews of months in step with the calendar (domain 12): one that ended waits for 审核. To be called at
 * sign-in, past midnight and after sleep; answers how many were begun.
 */
export async function keepReviews(data: Pick<DeskData, 'session' | 'run'>): Promise<number> {
  const actor = data.session.actor()
  if (!actor || actor.role === 'viewer') return 0
  const kept = await data.run(keepReviewsCommand, {})
  return kept.ok ? kept.value.value.opened : 0
}
