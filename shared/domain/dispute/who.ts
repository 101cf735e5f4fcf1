import { may, type Permission } from '../office/permissions'
import type { Role } from '../office/types'

/** Tables whose disputes are for whoever may write them (domain 1): a choice must not do what its maker may not. */
const OWN: Readonly<Record<string, Permission>> = {
  office: 'settings.write',
  settings: 'settings.write',
  users: 'users.manage',
  monthReviews: 'month.approve',
  monthSeals: 'month.approve',
  erasures: 'privacy.erase',
  retentionHolds: 'privacy.erase',
}

/** Whether a role may decide 待核对 of a table. */
export function mayDecide(role: Role, table: string): boolean {
  return may(role, 'dispute.decide') && may(role, OWN[table] ?? 'dispute.decide')
}
