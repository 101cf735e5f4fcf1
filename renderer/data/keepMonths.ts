import { keepMonthsCommand } from './commands/visitMonths'
import type { DeskData } from './deskData'

/**
 * Keeps the months of visits in step with the calendar (domain 8): the count of occupied households at a month's end.
 * To be called at sign-in, past midnight and after sleep; answers how many months were written.
 */
export async function keepMonths(data: Pick<DeskData, 'session' | 'run'>): Promise<number> {
  const actor = data.session.actor()
  if (!actor || actor.role === 'viewer') return 0
  const kept = await data.run(keepMonthsCommand, {})
  return kept.ok ? kept.value.value.kept : 0
}
