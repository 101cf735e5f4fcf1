import type { ReplicationState } from '../../data'
import type { ChipTone } from '../../ui'

/** From this on a clock is called wrong, ms (issue "Conflicts"). */
const CLOCK_MS = 10 * 60_000
const MINUTE_MS = 60_000

/** A key of `sync:word` with what it tells, and how it looks. */
export interface SyncWords {
  word:
    | 'paused'
    | 'offline'
    | 'filling'
    | 'working'
    | 'upToDate'
    | 'upToDateNow'
    | 'waiting'
    | 'refused'
    | 'clock'
    | 'needsYou'
  tone: ChipTone
  count: number
}

/** The one small word of the title bar: what wants somebody goes first; null where sync was never set up. */
export function syncWords(state: ReplicationState, now: number): SyncWords | null {
  const { kind, needs, progress, waiting, refused } = state
  if (kind === 'off') return null
  if (kind === 'needsYou' || needs) return { word: 'needsYou', tone: 'danger', count: 0 }
  const ahead = clockMinutes(state)
  if (ahead !== null) return { word: 'clock', tone: 'danger', count: Math.abs(ahead) }
  if (kind === 'paused') return { word: 'paused', tone: 'waiting', count: waiting }
  if (kind === 'offline') return { word: 'offline', tone: 'waiting', count: waiting }
  if (kind === 'filling') return { word: 'filling', tone: 'working', count: percentOf(progress) }
  if (refused.length > 0) return { word: 'refused', tone: 'soon', count: refused.length }
  const unsent = Math.max(0, waiting - refused.length)
  if (unsent > 0) return { word: 'waiting', tone: 'working', count: unsent }
  if (kind === 'working') return { word: 'working', tone: 'working', count: 0 }
  const minutes = minutesSince(state.upToDateAt, now)
  return minutes < 1
    ? { word: 'upToDateNow', tone: 'good', count: 0 }
    : { word: 'upToDate', tone: 'good', count: minutes }
}

/** By how many minutes this machine's clock is ahead of the server's (behind: negative); null where that is no matter. */
export function clockMinutes({ aheadMs }: Pick<ReplicationState, 'aheadMs'>): number | null {
  return aheadMs !== null && Math.abs(aheadMs) > CLOCK_MS ? Math.round(aheadMs / MINUTE_MS) : null
}

/** How much of the first exchange is done, in percent; 100 only when all is. */
export function percentOf(progress: ReplicationState['progress']): number {
  if (!progress || progress.total <= 0) return 0
  return Math.max(0, Math.min(100, Math.floor((progress.done / progress.total) * 100)))
}

function minutesSince(at: string | null, now: number): number {
  return at === null ? 0 : Math.max(0, Math.floor((now - Date.parse(at)) / MINUTE_MS))
}
