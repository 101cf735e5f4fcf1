import type { SyncTrouble } from '../../shared/ipc/syncChannels'
import type { ReplicationNeed } from '../data/replication'

/** Replication stops until somebody decides. */
export class NeedsYou extends Error {
  override name = 'NeedsYou'

  constructor(readonly need: ReplicationNeed) {
    super(need)
  }
}

/** Troubles that trying again makes worse, or does not mend: five wrong passwords lock the account (quality 5). */
const NEEDS: Partial<Record<SyncTrouble, ReplicationNeed>> = {
  wrongPassword: 'password',
  lockedOut: 'password',
  noRights: 'rights',
  otherOffice: 'otherOffice',
  notPrepared: 'notPrepared',
  certificate: 'certificate',
}

/** What somebody has to decide in a trouble; null where trying again later may help. */
export function needIn(trouble: SyncTrouble): ReplicationNeed | null {
  return NEEDS[trouble] ?? null
}
