/** Reads the closing lines of vitest and Playwright. */
import { stripVTControlCharacters } from 'node:util'

const VITEST = /^\s*Tests\s+\d/
const PLAYWRIGHT = /^\s+\d+ (?:passed|failed|flaky)(?: \([\d.]+\w+\))?$/

/**
 * Sums the counts that a runner printed. Vitest closes with `Tests  1 failed | 11 passed (12)`,
 * Playwright with lines of `1 failed` and `11 passed (3.2s)`; a flaky test passed in the end.
 * @param {string} output
 * @returns {{ passed: number, failed: number }}
 */
export function countTests(output) {
  const counts = { passed: 0, failed: 0 }
  for (const line of stripVTControlCharacters(output).split('\n')) {
    if (!VITEST.test(line) && !PLAYWRIGHT.test(line)) continue
    for (const [, number, word] of line.matchAll(/(\d+) (passed|failed|flaky)/g)) {
      counts[word === 'failed' ? 'failed' : 'passed'] += Number(number)
    }
  }
  return counts
}
