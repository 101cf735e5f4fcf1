import { describe, expect, it } from 'vitest'
import type { ReplicationState } from '../../data'
import { clockMinutes, percentOf, syncWords } from './words'

const NOW = Date.parse('2026-11-22T03:00:00.000Z')
const state = (more: Partial<ReplicationState> = {}): ReplicationState => ({
  kind: 'upToDate',
  needs: null,
  trouble: null,
  upToDateAt: '2026-11-22T02:55:30.000Z',
  waiting: 0,
  refused: [],
  progress: null,
  aheadMs: 0,
  history: [],
  ...more,
})
const refused = [
  { table: 'complaints', recordId: 'a', reason: 'front-desk:frozen', at: '2026-11-22T02:00:00.000Z' },
]

describe('the word of the title bar (issue "Seen")', () => {
  it.each<[string, Partial<ReplicationState>, string | null, number]>([
    ['never set up', { kind: 'off' }, null, 0],
    ['paused', { kind: 'paused', waiting: 3 }, 'paused', 3],
    ['without network', { kind: 'offline', waiting: 3, trouble: 'noNetwork' }, 'offline', 3],
    ['first exchange', { kind: 'filling', progress: { done: 1, total: 3 } }, 'filling', 33],
    ['first exchange not counted yet', { kind: 'filling' }, 'filling', 0],
    ['working', { kind: 'working' }, 'working', 0],
    ['sending', { kind: 'working', waiting: 4 }, 'waiting', 4],
    ['up to date', {}, 'upToDate', 4],
    ['just now', { upToDateAt: '2026-11-22T02:59:40.000Z' }, 'upToDateNow', 0],
    ['a moment ahead of the screen', { upToDateAt: '2026-11-22T03:00:10.000Z' }, 'upToDateNow', 0],
    ['refused', { waiting: 1, refused }, 'refused', 1],
    ['asks', { kind: 'needsYou', needs: 'password', waiting: 3 }, 'needsYou', 0],
    ['clock ahead', { aheadMs: 11 * 60_000 }, 'clock', 11],
    ['clock behind', { aheadMs: -3 * 3_600_000 }, 'clock', 180],
    ['asks, whatever the clock', { kind: 'needsYou', needs: 'cloned', aheadMs: 1e9 }, 'needsYou', 0],
  ])('%s', (_name, more, word, count) => {
    const words = syncWords(state(more), NOW)
    expect(words?.word ?? null).toBe(word)
    expect(words?.count ?? 0).toBe(count)
  })

  it('calls a clock wrong beyond ten minutes only', () => {
    expect(clockMinutes({ aheadMs: 600_000 })).toBeNull()
    expect(clockMinutes({ aheadMs: -600_001 })).toBe(-10)
    expect(clockMinutes({ aheadMs: null })).toBeNull()
  })

  it('says 100 % only when all is done', () => {
    expect(percentOf({ done: 999, total: 1000 })).toBe(99)
    expect(percentOf({ done: 1000, total: 1000 })).toBe(100)
    expect(percentOf({ done: 5, total: 0 })).toBe(0)
  })
})
