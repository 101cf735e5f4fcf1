import { escalateIfDue } from '../../shared/domain/complaint/commands'
import { civilDayOf } from '../../shared/util/civilTime'
import { escalateDueCommand } from './commands/complaints'
import { ruleContextOf } from './core/rules'
import type { DeskData } from './deskData'
import { facetsBetween, listRange } from './queries/ranges'

const PORTION = 200

/**
 * Makes 有效投诉 that are a month old 重大 (domain 5). The index has them by the last day of their month, so that no
 * others are read. To be called at sign-in, past midnight and after sleep; answers how many there were.
 */
export async function escalateDue(
  data: Pick<DeskData, 'db' | 'session' | 'runner' | 'run'>,
): Promise<number> {
  const actor = data.session.actor()
  if (!actor || actor.role === 'viewer') return 0
  const ctx = await ruleContextOf(data.runner.env, actor)
  const over = facetsBetween('#escalates:', '', civilDayOf(ctx.now))
  let escalated = 0
  for (;;) {
    const records = await listRange(data.db, 'complaints', over, PORTION)
    const ids = records.filter((record) => escalateIfDue(record, ctx)).map(({ id }) => id)
    if (ids.length === 0) return escalated
    const done = await data.run(escalateDueCommand, { ids })
    // Escalated ones leave the range; where none did, the next look would find the same.
    if (!done.ok || done.value.value.escalated === 0) return escalated
    escalated += done.value.value.escalated
  }
}
