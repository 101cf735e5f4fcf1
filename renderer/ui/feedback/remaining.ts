// Before this much is known a guess would jump about.
const SETTLED_MS = 1_500

/** Seconds left at the pace so far; null while it is too early to say. */
export function remainingSeconds(done: number, total: number, elapsedMs: number): number | null {
  if (done <= 0 || elapsedMs < SETTLED_MS) return null
  return ((total - done) * elapsedMs) / done / 1000
}
