import { describe, expect, it } from 'vitest'
import { slowestOf } from './measure/growth.mjs'
import { profileTable, summaryOf } from './profile.mjs'

/** @param {string} functionName */
const frame = (functionName, url = 'app://desk/page.js', lineNumber = 9) => ({
  functionName,
  url,
  lineNumber,
})

/** (root) → review → { readRows → readRows, (garbage collector) }, and (idle). */
const profile = {
  nodes: [
    { id: 1, callFrame: frame('(root)', ''), children: [2, 6] },
    { id: 2, callFrame: frame('review'), children: [3, 5] },
    { id: 3, callFrame: frame('readRows'), children: [4] },
    { id: 4, callFrame: frame('readRows') },
    { id: 5, callFrame: frame('(garbage collector)', '') },
    { id: 6, callFrame: frame('(idle)', '') },
  ],
  startTime: 0,
  endTime: 100_000,
  samples: [2, 3, 4, 5, 6, 6],
  // The first look comes late; each sample stands for the time until the next one.
  timeDeltas: [10_000, 5_000, 20_000, 30_000, 15_000, 20_000],
}

describe('the summary of a CPU profile', () => {
  it('has the time of each function, alone and with what it called, and what was waited', () => {
    expect(summaryOf(profile)).toEqual({
      ms: 100,
      idle: 20,
      functions: [
        { name: 'review :10', self: 5, total: 70 },
        { name: 'readRows :10', self: 50, total: 50 },
        { name: '(garbage collector)', self: 15, total: 15 },
      ],
    })
  })

  it('adds up: own times and waiting are the time of all samples but the last, which has no end', () => {
    const { idle, functions } = summaryOf(profile)
    const own = functions.reduce((sum, { self }) => sum + self, 0)
    expect(own + idle).toBe(90)
  })

  it('is printed by own time and by all of it, a round each', () => {
    expect(profileTable(summaryOf(profile), { rounds: 10, most: 2 }).split('\n')).toEqual([
      '10 rounds: 10.0 ms a round, 2.0 of it waiting',
      '    self    total  ms a round, by self',
      '     5.0      5.0  readRows :10',
      '     1.5      1.5  (garbage collector)',
      '    self    total  ms a round, by total',
      '     0.5      7.0  review :10',
      '     5.0      5.0  readRows :10',
    ])
  })
})

describe('the operation that is traced', () => {
  const times = { list: [1, 2], review: [5, 9, 6], statistics: [8, 8] }

  it('is the one with the greatest p95, or that of those which are named', () => {
    expect(slowestOf(times, '')).toBe('review')
    expect(slowestOf(times, 'st')).toBe('statistics')
    expect(() => slowestOf(times, 'paper')).toThrow('list; review; statistics')
  })
})
