import type { BackupState } from '../../../shared/ipc/backupChannels'
import { msOf } from '../../../shared/util/civilTime'
import type { Instant } from '../../../shared/util/instant'

/** After a backup that was not made, another try only so much later, ms. */
const RETRY_MS = 10 * 60_000

const MINUTE_MS = 60_000

/** What there is to know before the next backup. */
export interface Moment {
  now: number
  everyMinutes: number
  /** When the oldest work was done that no backup holds; null where there is none. */
  unsavedSince: Instant | null
  /** When a backup last failed, ms; null where the last went well. */
  failedAt: number | null
}

/**
 * What is to be done now: a backup, because work is as old as the office allows; bringing the newest one to a place
 * that was away and is back; or nothing.
 */
export function nextStep(state: BackupState, moment: Moment): 'backup' | 'mend' | null {
  const { now, everyMinutes, unsavedSince, failedAt } = moment
  if (state.running) return null
  if (failedAt !== null && now - failedAt < RETRY_MS && now >= failedAt) return null
  const old = unsavedSince !== null && now - msOf(unsavedSince) >= everyMinutes * MINUTE_MS
  if (old) return 'backup'
  return state.places.some(({ there, behind }) => there && behind) ? 'mend' : null
}
