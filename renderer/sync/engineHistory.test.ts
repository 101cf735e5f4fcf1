import 'fake-indexeddb/auto'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { Bench, object, OURS_ONLY, type Place } from '../../e2e/fixtures/couch/testing'
import type { SyncOutcome } from '../../shared/ipc/syncChannels'
import { loadPinyin } from '../../shared/util/pinyin'
import { connect } from './connect'
import { Moved } from './connection'
import { Engine } from './engine'
import { Exchange } from './exchange'
import type { SyncWay } from './ports'
import { Couch } from './server/couch'
import { at, Machine } from './testing/machine'
import { prepare, register } from './testing/office'

let bench: Bench
let running: Engine | null = null

beforeAll(async () => {
  bench = await Bench.open()
  await loadPinyin()
})
afterEach(() => running?.stop())
afterAll(() => bench.close())

async function machineAt(): Promise<{ place: Place; machine: Machine }> {
  const place = await bench.place()
  const machine = await new Machine('h', at(bench.url, place)).setUp()
  await prepare(place, machine)
  return { place, machine }
}

/** Deleted and created again at head office, with the same rights and guard. */
async function makeAnew(place: Place, machine: Machine): Promise<void> {
  const security = object(await place.admin('GET', `${place.db}/_security`))
  await place.admin('DELETE', place.db)
  await place.admin('PUT', place.db)
  await place.admin('PUT', `${place.db}/_security`, security)
  await prepare(place, machine)
}

/** The way of a machine of which requests can be given up, as main's. */
function wayOf(machine: Machine, state: { on: boolean; paused: boolean }): SyncWay {
  const open = new Map<string, (outcome: SyncOutcome) => void>()
  return {
    ...machine.way,
    state: async () => state,
    cancel: (id) => open.get(id)?.({ kind: 'cancelled' }),
    request: (request) =>
      Promise.race([
        new Promise<SyncOutcome>((resolve) => void open.set(request.id, resolve)),
        machine.way.request(request),
      ]),
  }
}

function engineOf(machine: Machine) {
  const state = { on: true, paused: false }
  const sleep = (_ms: number, signal: AbortSignal) =>
    new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
  const engine = new Engine(
    { ...machine.side, renewIdentity: async () => undefined },
    wayOf(machine, state),
    { ...machine.world, sleep },
  )
  running = engine
  void engine.run()
  const kinds = () => engine.snapshot().history.map(({ kind }) => kind)
  const until = (is: () => boolean) => vi.waitFor(() => expect(is()).toBe(true), { timeout: 20_000 })
  return { engine, state, kinds, until }
}

describe('the history of sync (issue "Seen")', () => {
  it('tells of the first filling, of a pause, and of a database that was made anew, here and on the server', async () => {
    const { place, machine } = await machineAt()
    await register(machine, '水管漏水')
    const { engine, state, kinds, until } = engineOf(machine)
    const filled = () => engine.snapshot().history.find(({ kind }) => kind === 'filled')
    await until(() => filled() !== undefined)
    expect(filled()?.count).toBe(await machine.db.of('agreed').count())
    state.paused = true
    engine.restart()
    await until(() => engine.snapshot().kind === 'paused')
    state.paused = false
    engine.restart()
    await until(() => engine.snapshot().kind === 'upToDate')
    expect(kinds()).toEqual(['connected', 'resumed', 'paused', 'filled', 'connected'])
    await makeAnew(place, machine)
    // In the middle of it the engine asked for something else, or waits for the network.
    engine.restart()
    await until(() => engine.snapshot().needs === 'emptied')
    await engine.answer('emptied', true)
    await until(() => engine.snapshot().kind === 'upToDate' && kinds().includes('emptied'))
    await register(machine, '电梯停运')
    const deviceId = String((await machine.db.of('meta').get('deviceId'))?.value)
    const told = async () => object(await place.member('GET', `${place.db}/_local/device-${deviceId}`))
    await vi.waitFor(
      async () =>
        expect(await told()).toMatchObject({
          events: [{ kind: 'emptied' }, { kind: 'resumed' }, { kind: 'paused' }, { kind: 'filled' }],
        }),
      { timeout: 20_000 },
    )
  }, 60_000)
})

describe('a database that is made anew below a running exchange (quality 5)', () => {
  it.skipIf(OURS_ONLY)(
    'is noticed before anything is sent to it, and asked about',
    async () => {
      const { place, machine } = await machineAt()
      await register(machine, '水管漏水')
      const { engine, until } = engineOf(machine)
      await until(() => engine.snapshot().kind === 'upToDate')
      bench.control?.wipe(place.name, true)
      await register(machine, '电梯停运')
      await until(() => engine.snapshot().needs === 'notPrepared')
      await prepare(place, machine)
      engine.restart()
      await until(() => engine.snapshot().needs === 'emptied')
      const { rows } = object(await place.admin('GET', `${place.db}/_all_docs`))
      expect(JSON.stringify(rows)).not.toContain('complaints:')
      expect(JSON.stringify(rows)).not.toContain('device:')
    },
    60_000,
  )

  it('ends the connection at the next look, whoever wrote there meanwhile', async () => {
    const { place, machine } = await machineAt()
    await machine.exchange()
    const couch = new Couch(machine.way, () => machine.now)
    const agreed = { fillEmptied: false, replaces: false }
    const { connection } = await connect(machine.db, couch, agreed, machine.world)
    const nothing = () => undefined
    const told = {
      onPulled: nothing,
      onUnreadable: nothing,
      onRefused: nothing,
      onDisputed: nothing,
      onForeign: nothing,
    }
    const exchange = new Exchange(machine.side, connection, machine.way, machine.world, told)
    await exchange.note()
    await exchange.pull(false)
    await makeAnew(place, machine)
    await expect(exchange.pull(false)).rejects.toThrow(Moved)
    await expect(machine.exchange()).rejects.toThrow('emptied')
  }, 60_000)
})
