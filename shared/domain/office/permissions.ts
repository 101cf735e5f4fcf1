import { type Refusal, refuse } from '../../util/result'
import type { Role } from './types'

const EVERYBODY: readonly Role[] = ['clerk', 'supervisor', 'director', 'viewer']
const DESK: readonly Role[] = ['clerk', 'supervisor', 'director']
const JUDGES: readonly Role[] = ['supervisor', 'director']
const HEAD: readonly Role[] = ['director']

/** The table of domain 1, one line an action. Commands ask it where the data is written. */
const TABLE = {
  'record.read': EVERYBODY,
  'record.register': DESK,
  'record.process': DESK,
  'record.print': DESK,
  'record.judge': JUDGES,
  'record.assign': JUDGES,
  'record.verify': JUDGES,
  'record.void': JUDGES,
  'record.export': DESK,
  'household.write': DESK,
  'household.import': DESK,
  'household.export': DESK,
  'blacklist.write': DESK,
  'guidance.write': JUDGES,
  'dispute.decide': JUDGES,
  'month.review': JUDGES,
  'month.approve': HEAD,
  'month.reopen': HEAD,
  'incident.approve': HEAD,
  'lostItem.decide': HEAD,
  'privacy.erase': HEAD,
  'privacy.log': HEAD,
  'privacy.answer': JUDGES,
  'numbers.raise': JUDGES,
  'office.restore': HEAD,
  'office.takeOut': HEAD,
  'users.manage': HEAD,
  'settings.write': HEAD,
} as const satisfies Record<string, readonly Role[]>

/** What somebody may want to do, e.g. `record.void` (作废). */
export type Permission = keyof typeof TABLE
export const PERMISSIONS = Object.keys(TABLE) as Permission[]

/** Whether the role may do it (domain 1). */
export function may(role: Role, permission: Permission): boolean {
  return (TABLE[permission] as readonly Role[]).includes(role)
}

/** The refusal `office.notAllowed` when the role may not, else null. */
export function forbidden(role: Role, permission: Permission): { ok: false; refusal: Refusal } | null {
  return may(role, permission) ? null : refuse('office.notAllowed')
}
