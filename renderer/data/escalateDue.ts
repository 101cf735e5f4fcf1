import { escalateIfDue } from '../../shared/domain/complaint/commands'
import { escalateDueCommand } from './commands/complaints'
import { ruleContextOf } from './core/rules'
import type { DeskData } from './deskData'
import { listRecords } from './queries/lists'

const PORTION = 200

/**
 * Makes 有效投诉 that are a month old 重大 (domain 5). Such a record is overdue in any case, so only the overdue ones
 * are looked at. To be called at sign-in, past midnight and after sleep; answers how many there were.
 */
export async function escalateDue(
  data: Pick<DeskData, 'db' | 'session' | 'runner' | 'run'>,
): Promise<number> {
  const actor = data.session.actor()
  if (!actor || actor.role === 'viewer') return 0
  const ctx = await ruleContextOf(data.runner.env, actor)
  const ids: string[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof listRecords<'complaints'>>> = await listRecords(data.db, {
      table: 'complaints',
      facets: ['open'],
      before: ctx.now,
      after,
      limit: PORTION,
    })
    ids.push(...page.rows.filter((record) => escalateIfDue(record, ctx)).map((record) => record.id))
    after = page.next
  } while (after)
  let escalated = 0
  for (let at = 0; at < ids.length; at += PORTION) {
    const done = await data.run(escalateDueCommand, { ids: ids.slice(at, at + PORTION) })
    if (!done.ok) break
    escalated += done.value.value.escalated
  }
  return escalated
}
