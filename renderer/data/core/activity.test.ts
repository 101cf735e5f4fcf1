import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Activity } from './activity'

const soon = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

describe('what the desk does by itself steps aside', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('begins at once where nobody works, and is told as soon as somebody waits', async () => {
    const activity = new Activity(() => Date.now())
    const signal = await activity.quiet(300, 3000)
    expect(signal?.aborted).toBe(false)
    void activity.during(() => soon(10))
    expect(signal?.aborted).toBe(true)
    await vi.runAllTimersAsync()
  })

  it('waits for the end of a command, and for the hands to rest', async () => {
    const activity = new Activity(() => Date.now())
    void activity.during(() => soon(200))
    let at = -1
    const began = Date.now()
    void activity.quiet(300, 3000).then(() => {
      at = Date.now() - began
    })
    await vi.advanceTimersByTimeAsync(400)
    activity.touch()
    await vi.runAllTimersAsync()
    expect(at).toBe(700)
  })

  it('lets a little go on beside hands that never rest', async () => {
    const activity = new Activity(() => Date.now())
    const typing = setInterval(() => activity.touch(), 100)
    activity.touch()
    const waited = activity.quiet(300, 3000)
    await vi.advanceTimersByTimeAsync(6000)
    expect(await waited).toBeNull()
    clearInterval(typing)
  })

  it('lets it go on right behind what somebody waited for, where somebody goes on working', async () => {
    const activity = new Activity(() => Date.now())
    const began = Date.now()
    const typing = setInterval(() => activity.touch(), 100)
    activity.touch()
    let at = -1
    const waited = activity.quiet(300, 3000).finally(() => {
      at = Date.now() - began
    })
    await vi.advanceTimersByTimeAsync(3500)
    expect(at).toBe(-1)
    void activity.during(() => soon(50))
    await vi.advanceTimersByTimeAsync(100)
    expect([at, await waited]).toEqual([3550, null])
    clearInterval(typing)
  })
})
