import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { SyncOutcome } from '../../shared/ipc/syncChannels'
import { SETTINGS_ID } from '../data/core/tables'
import { countWaiting } from '../data/replica/outbox'
import type { ReplicationState } from '../data/replication'
import { Engine } from './engine'
import { Machine } from './testing/machine'
import { register } from './testing/office'

const NOWHERE = { url: '', db: '', authorization: '' }
let running: Engine | null = null

afterEach(() => running?.stop())

/** An engine that gets these answers, until it stands somewhere. */
async function standing(
  request: () => Promise<SyncOutcome>,
  until: (state: ReplicationState) => boolean,
): Promise<{ state: ReplicationState; report: ReturnType<typeof vi.fn> }> {
  const machine = await new Machine('e', NOWHERE).setUp()
  const report = vi.fn()
  // The wait after a failure ends with the test.
  const sleep = (_ms: number, signal: AbortSignal) =>
    new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
  const engine = new Engine(
    { ...machine.side, renewIdentity: async () => undefined },
    { ...machine.way, request },
    { ...machine.world, sleep, report },
  )
  running = engine
  void engine.run()
  await vi.waitFor(() => expect(until(engine.snapshot())).toBe(true))
  return { state: engine.snapshot(), report }
}

describe('the engine (issue "Engine")', () => {
  it('logs what is no trouble of network or server, and tries again later', async () => {
    const fault = new TypeError('not a function')
    const { state, report } = await standing(
      () => Promise.reject(fault),
      ({ kind }) => kind === 'offline',
    )
    expect(report).toHaveBeenCalledExactlyOnceWith(fault)
    expect(state).toMatchObject({ trouble: 'busy', needs: null })
    expect(state.history).toMatchObject([{ kind: 'trouble', trouble: 'busy' }])
  })

  it('says what the network’s trouble is, and logs nothing', async () => {
    const { state, report } = await standing(
      async () => ({ kind: 'trouble', trouble: 'noNetwork', status: null }),
      ({ kind }) => kind === 'offline',
    )
    expect(state.trouble).toBe('noNetwork')
    expect(report).not.toHaveBeenCalled()
  })

  it.each([
    ['wrongPassword', 'password'],
    ['lockedOut', 'password'],
    ['noRights', 'rights'],
    ['certificate', 'certificate'],
  ] as const)('stops at %s and asks, for trying again makes it worse (quality 5)', async (trouble, need) => {
    const { state } = await standing(
      async () => ({ kind: 'trouble', trouble, status: 401 }),
      ({ kind }) => kind === 'needsYou',
    )
    expect(state.needs).toBe(need)
  })

  it('counts what waits, but not what the office keeps here', async () => {
    const machine = await new Machine('w', NOWHERE).setUp()
    const before = await countWaiting(machine.db)
    await register(machine, '水管漏水')
    expect(await countWaiting(machine.db)).toBe(before + 1)
    await machine.db.of('settings').update(SETTINGS_ID, { notReplicated: ['complaints'] })
    expect(await countWaiting(machine.db)).toBe(before)
    expect((await machine.db.of('outbox').toArray()).map(({ table }) => table)).toContain('credentials')
  })
})
