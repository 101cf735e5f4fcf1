import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Paced } from './paced'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('does at once what is wished first, then the newest wish now and then, and loses none', async () => {
  let wished = 0
  const seen: number[] = []
  const paced = new Paced(async () => {
    seen.push(wished)
  })
  for (wished = 1; wished <= 100; wished += 1) {
    paced.wish()
    await vi.advanceTimersByTimeAsync(10)
  }
  wished = 101
  paced.wish()
  await vi.runAllTimersAsync()
  expect(seen[0]).toBe(1)
  expect(seen.at(-1)).toBe(101)
  expect(seen.length).toBeLessThan(10)
})

it('goes on after a failure, and not after its end', async () => {
  let tries = 0
  const paced = new Paced(async () => {
    tries += 1
    if (tries === 1) throw new Error('the database is closed')
  })
  paced.wish()
  await vi.runAllTimersAsync()
  paced.wish()
  await vi.runAllTimersAsync()
  expect(tries).toBe(2)
  paced.stop()
  paced.wish()
  await vi.runAllTimersAsync()
  expect(tries).toBe(2)
})
