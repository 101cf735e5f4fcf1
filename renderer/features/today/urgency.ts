const DAY_MS = 24 * 3_600_000

export type Urgency = 'overdue' | 'soon' | 'later'

/** How urgent a deadline (ISO) is at `now` (ms): late, within 24 hours, or later. */
export function urgencyOf(dueAt: string, now: number): Urgency {
  const left = Date.parse(dueAt) - now
  if (left < 0) return 'overdue'
  return left <= DAY_MS ? 'soon' : 'later'
}

/** How many of each urgency. */
export function countByUrgency(dues: readonly { dueAt: string }[], now: number): Record<Urgency, number> {
  const counts = { overdue: 0, soon: 0, later: 0 }
  for (const { dueAt } of dues) counts[urgencyOf(dueAt, now)] += 1
  return counts
}

/** How many of each kind of duty, in the order in which they come first. */
export function countByKind(dues: readonly { dutyLabel: string }[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { dutyLabel } of dues) counts.set(dutyLabel, (counts.get(dutyLabel) ?? 0) + 1)
  return counts
}
