import 'fake-indexeddb/auto'
import { getEventListeners } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Bench } from '../../e2e/fixtures/couch/testing'
import { loadPinyin } from '../../shared/util/pinyin'
import { connect } from './connect'
import { Exchange } from './exchange'
import { Couch } from './server/couch'
import { register, twoMachines } from './testing/office'

const PAGES = 12

let bench: Bench

beforeAll(async () => {
  bench = await Bench.open()
  await loadPinyin()
})
afterAll(() => bench.close())

describe('what a pull holds at a time (decision 41)', () => {
  it('nothing of a portion that is written, however long nobody works', async () => {
    const { first, second } = await twoMachines(bench)
    const still = new AbortController()
    const hanging: number[] = []
    second.world.quiet = async () => {
      hanging.push(getEventListeners(still.signal, 'abort').length)
      return still.signal
    }
    for (const content of ['水管漏水', '电梯停运', '楼道堆物']) {
      await register(first, content)
      await first.exchange()
      await second.exchange()
    }
    expect(await second.db.of('complaints').count()).toBe(3)
    hanging.push(getEventListeners(still.signal, 'abort').length)
    expect(hanging.length).toBeGreaterThan(3)
    expect(new Set(hanging)).toEqual(new Set([0]))
  })

  it('one page that is written, and the next', async () => {
    const { first } = await twoMachines(bench)
    const couch = new Couch(first.way, () => first.now)
    const agreements = { fillEmptied: false, replaces: false }
    const { connection } = await connect(first.db, couch, agreements, first.world)
    let [asked, taken, most] = [0, 0, 0]
    connection.couch.changes = async () => {
      asked += 1
      most = Math.max(most, asked - taken)
      const doc = { _id: `note-${asked}`, _rev: '1-0' }
      const result = { id: doc._id, seq: `${asked}`, changes: [{ rev: doc._rev }], doc }
      return { results: [result], last_seq: `${asked}`, pending: PAGES - asked }
    }
    const exchange = new Exchange(first.side, connection, first.way, first.world, {
      onPulled: () => (taken += 1),
      onUnreadable: () => undefined,
      onRefused: () => undefined,
      onDisputed: () => undefined,
      onForeign: () => undefined,
    })
    await exchange.pull(false)
    expect(taken).toBe(PAGES)
    expect(most).toBe(2)
  })
})
