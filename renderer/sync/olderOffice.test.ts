import { afterAll, beforeAll, expect, it } from 'vitest'
import { Bench } from '../../e2e/fixtures/couch/testing'
import { DATA_VERSION } from '../../shared/schema'
import { loadPinyin } from '../../shared/util/pinyin'
import { frozenDatabase, frozenRelease, migrated } from '../data/testing/frozenRelease'
import { at, Machine } from './testing/machine'
import { prepare, settle } from './testing/office'

let bench: Bench

beforeAll(async () => {
  bench = await Bench.open()
  await loadPinyin()
})
afterAll(() => bench.close())

it('books of an older release, with every register, month and seal, come to another machine whole', async () => {
  const version = DATA_VERSION - 1
  const books = await migrated(await frozenDatabase(frozenRelease(version)), version)
  const place = await bench.place()
  const first = new Machine('x', at(bench.url, place))
  await first.copyOf({ db: books })
  // Whatever the machine exchanged before was with another server.
  await first.db.of('agreed').clear()
  await first.renew()
  await prepare(place, first)
  const second = await new Machine('y', at(bench.url, place)).becomeOf(first, 'B')
  await settle(first, second)
  expect(await second.books()).toEqual(await first.books())
  for (const { unreadable, db } of [first, second]) {
    expect(unreadable).toEqual([])
    const waiting = await db.of('outbox').toArray()
    expect(waiting.filter(({ table }) => table !== 'credentials')).toEqual([])
    expect(await db.of('monthSeals').count()).toBeGreaterThan(0)
  }
})
