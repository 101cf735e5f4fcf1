import { expireIfDue } from '../../shared/domain/lostItem/commands'
import { civilDayOf } from '../../shared/util/civilTime'
import { expireDueCommand } from './commands/lostItems'
import { ruleContextOf } from './core/rules'
import type { DeskData } from './deskData'
import { facetsBetween, listRange } from './queries/ranges'

const PORTION = 200

/**
 * Found items whose custody by house rule is over become 逾期待处理 (domain 6). The index has them by their last day, so
 * that no others are read. To be called at sign-in, past midnight and after sleep; answers how many there were.
 */
export async function expireDue(data: Pick<DeskData, 'db' | 'session' | 'runner' | 'run'>): Promise<number> {
  const actor = data.session.actor()
  if (!actor || actor.role === 'viewer') return 0
  const ctx = await ruleContextOf(data.runner.env, actor)
  const over = facetsBetween('#expires:', '', civilDayOf(ctx.now))
  let expired = 0
  for (;;) {
    const records = await listRange(data.db, 'lostItems', over, PORTION)
    const ids = records.filter((record) => expireIfDue(record, ctx)).map(({ id }) => id)
    if (ids.length === 0) return expired
    const done = await data.run(expireDueCommand, { ids })
    // Expired ones leave the range; where none did, the next look would find the same.
    if (!done.ok || done.value.value.expired === 0) return expired
    expired += done.value.value.expired
  }
}
