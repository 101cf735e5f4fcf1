import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { JournalLine } from '../../../shared/ipc/channels'
import { accept, refuse, type Result } from '../../../shared/util/result'
import type { DataEnv } from './env'
import { JournalFeeder } from './journalFeeder'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('sends again by itself what the journal refused, until it is there (quality 1)', async () => {
  const disk = { room: false, asked: 0 }
  const append = async (lines: readonly JournalLine[]): Promise<Result<{ lastSeq: number }>> => {
    disk.asked += 1
    return disk.room ? accept({ lastSeq: lines.at(-1)?.seq ?? 0 }) : refuse('disk.full')
  }
  const feeder = new JournalFeeder({ journal: { append } } as unknown as DataEnv)
  const health: boolean[] = []
  feeder.onHealth((healthy) => health.push(healthy))
  feeder.enqueue({ seq: 1, prev: '', digest: 'd', body: '{}' })
  expect(await feeder.flush()).toBe(false)
  await vi.advanceTimersByTimeAsync(12_000)
  expect(disk.asked).toBe(3)
  disk.room = true
  await vi.advanceTimersByTimeAsync(6_000)
  expect(health).toEqual([false, true])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(disk.asked).toBe(4)
})
