import { instantFromMs, msOf } from '../../util/civilTime'
import type { Instant } from '../../util/instant'

/** Lists sort instants as text, so there is only one way to write one. */
export function isInstant(at: Instant): boolean {
  const ms = msOf(at)
  return !Number.isNaN(ms) && instantFromMs(ms) === at
}

/**
 * Earlier by a minute or more. People enter minutes: what is typed as 09:30 does not lie before something that the
 * machine noted at 09:30:45.
 */
export function isBefore(at: Instant, other: Instant): boolean {
  return Math.floor(msOf(at) / 60_000) < Math.floor(msOf(other) / 60_000)
}
