/** The first wait, and the longest, ms. */
const FIRST_MS = 1_000
const LONGEST_MS = 5 * 60_000

/**
 * How long to wait after so many failures in a row (from 1), ms: anywhere between 1 s and a bound that doubles up to
 * 5 minutes, so that the machines of an office do not come back to the server at one moment.
 * @param random from 0 up to 1, as `Math.random`.
 */
export function backoffMs(failures: number, random: () => number): number {
  const doublings = Math.min(Math.max(failures - 1, 0), 20)
  const bound = Math.min(LONGEST_MS, FIRST_MS * 2 ** doublings)
  return Math.round(FIRST_MS + random() * (bound - FIRST_MS))
}
