import { describe, expect, it } from 'vitest'
import { countTests } from './test-counts.mjs'

describe('the counts of the runners', () => {
  it('takes the tests of vitest, not its files', () => {
    const output =
      ' Test Files  1 failed | 3 passed (4)\n      Tests  1 failed | 11 passed | 2 skipped (14)\n'
    expect(countTests(output)).toEqual({ passed: 11, failed: 1 })
  })

  it('adds up the closing lines of Playwright and counts a flaky test as passed', () => {
    const output =
      '  1 failed\n    [desk] › a.spec.ts:3:1 › 2 failed attempts\n  1 flaky\n  2 skipped\n  11 passed (1.1m)\n'
    expect(countTests(output)).toEqual({ passed: 12, failed: 1 })
  })

  it('reads coloured lines', () => {
    const green = String.fromCodePoint(27)
    expect(countTests(`${green}[32m  5 passed${green}[39m${green}[2m (3.2s)${green}[22m\n`)).toEqual({
      passed: 5,
      failed: 0,
    })
  })
})
