import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Replication, ReplicationState } from '../data/replication'
import { LateReplication } from './lateReplication'

const open: LateReplication[] = []
afterEach(() => {
  for (const one of open.splice(0)) one.stop()
})

/** One that counts what is asked of its engine. */
function late(setUp: boolean, start?: () => Promise<never>) {
  const asked: string[] = []
  const listeners = new Set<() => void>()
  let state = { kind: 'working' } as ReplicationState
  const engine: Replication = {
    snapshot: () => state,
    subscribe: (onChange) => {
      listeners.add(onChange)
      return () => listeners.delete(onChange)
    },
    syncNow: () => void asked.push('syncNow'),
    restart: () => void asked.push('restart'),
    answer: async (need) => void asked.push(need),
    retry: async (table) => void asked.push(table),
    fetchFile: async (sha256) => asked.push(sha256) > 0,
  }
  const begin = async () => {
    asked.push('start')
    return { desk: engine, stop: () => void asked.push('stop') }
  }
  const report = vi.fn()
  const replication = new LateReplication({ start: start ?? begin, isSetUp: async () => setUp, report })
  open.push(replication)
  const become = (kind: ReplicationState['kind']) => {
    state = { ...state, kind }
    for (const listener of listeners) listener()
  }
  return { replication, asked, report, become }
}

describe('replication that is begun late', () => {
  it('fetches nothing where no server is set up, and says that it is off', async () => {
    const { replication, asked } = late(false)
    await replication.startIfSetUp()
    expect(replication.snapshot().kind).toBe('off')
    expect(await replication.fetchFile('a')).toBe(false)
    expect(asked).toEqual([])
  })

  it('begins at once where one is, once, and tells who follows it', async () => {
    const { replication, asked, become } = late(true)
    const told = vi.fn()
    replication.subscribe(told)
    const early = replication.startIfSetUp()
    await early
    expect(await replication.fetchFile('a')).toBe(true)
    replication.syncNow()
    await replication.retry('complaints', '1')
    expect(asked).toEqual(['start', 'a', 'syncNow', 'complaints'])
    become('upToDate')
    expect(told).toHaveBeenCalledTimes(2)
    expect(replication.snapshot().kind).toBe('upToDate')
  })

  it('begins when a server is set up, in the other windows too', async () => {
    const [here, there] = [late(false), late(false)]
    await Promise.all([here.replication.startIfSetUp(), there.replication.startIfSetUp()])
    here.replication.restart()
    await expect.poll(() => here.asked).toEqual(['start', 'restart'])
    await expect.poll(() => there.asked).toEqual(['start'])
    expect(there.replication.snapshot().kind).toBe('working')
  })

  it('ends what it began, also what begins while the office is left', async () => {
    const [one, other] = [late(true), late(true)]
    await one.replication.startIfSetUp()
    one.replication.stop()
    expect(one.asked).toEqual(['start', 'stop'])
    const starting = other.replication.startIfSetUp()
    other.replication.stop()
    await starting
    expect(other.asked.filter((what) => what === 'start').length).toBe(
      other.asked.filter((what) => what === 'stop').length,
    )
  })

  it('says that it could not begin, and tries again when it is asked', async () => {
    const { replication, report } = late(true, () => Promise.reject(new Error('gone')))
    await replication.startIfSetUp()
    await replication.answer('emptied', true)
    expect(report).toHaveBeenCalledTimes(2)
    expect(replication.snapshot().kind).toBe('off')
  })
})
