const TOLERANCE_MS = 5 * 60_000

/** Whether the clock (ms) stands more than five minutes before the newest record (ISO) (domain 3). */
export function isBehind(now: number, newestAt: string): boolean {
  return now < Date.parse(newestAt) - TOLERANCE_MS
}
