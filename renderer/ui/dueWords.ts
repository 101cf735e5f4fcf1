const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

export type DueTone = 'overdue' | 'soon' | 'calm'

/** What is left of a deadline, in the unit a person would say. `count` is never below 1. */
export interface DueWords {
  tone: DueTone
  unit: 'minutes' | 'hours' | 'days'
  count: number
}

function inUnits(ms: number, round: (n: number) => number): Pick<DueWords, 'unit' | 'count'> {
  if (ms >= 2 * DAY) return { unit: 'days', count: round(ms / DAY) }
  if (ms >= 2 * HOUR) return { unit: 'hours', count: round(ms / HOUR) }
  return { unit: 'minutes', count: Math.max(1, round(ms / MINUTE)) }
}

/**
 * Words for a deadline seen at `now` (ms). What is left is rounded down, so that nobody is promised more time than
 * there is; what is over is rounded up. `soonMs`: from when on it counts as soon.
 */
export function dueWords(dueAt: string, now: number, soonMs = DAY): DueWords {
  const left = Date.parse(dueAt) - now
  if (left < 0) return { tone: 'overdue', ...inUnits(-left, Math.ceil) }
  return { tone: left <= soonMs ? 'soon' : 'calm', ...inUnits(left, Math.floor) }
}
