import { DEFAULT_SETTINGS } from '../../../shared/domain/office/settings'
import type { Actor, RuleContext } from '../../../shared/domain/register/types'
import type { DataEnv } from './env'
import { SETTINGS_ID } from './tables'

/** What rules may know beside their record: the actor, the time, the office's figures (defaults before it has any). */
export async function ruleContextOf(env: DataEnv, actor: Actor): Promise<RuleContext> {
  const settings = await env.db.of('settings').get(SETTINGS_ID)
  return { now: env.now(), actor, newId: env.newId, settings: settings ?? DEFAULT_SETTINGS }
}
