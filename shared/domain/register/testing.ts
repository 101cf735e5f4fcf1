import type { Instant } from '../../util/instant'
import { DEFAULT_SETTINGS } from '../office/settings'
import type { Role } from '../office/types'
import type { RuleContext } from './types'

/** For the tests of the registers; the product never imports this file. */

/** A context at an instant, in a role, with ids that count up. */
export function contextAt(now: Instant, role: Role = 'supervisor'): RuleContext {
  let ids = 0
  return {
    now,
    actor: { userId: `u-${role}`, name: NAMES[role], role },
    newId: () => {
      ids += 1
      return `id-${now}-${ids}`
    },
    settings: DEFAULT_SETTINGS,
  }
}

const NAMES: Record<Role, string> = {
  clerk: '小林',
  supervisor: '周主管',
  director: '陈主任',
  viewer: '查阅',
}
