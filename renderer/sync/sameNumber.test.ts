import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Bench } from '../../e2e/fixtures/couch/testing'
import { loadPinyin } from '../../shared/util/pinyin'
import { decideDisputeCommand } from '../data/commands/disputes'
import { changeOfficeCommand } from '../data/commands/office'
import { disputeView, openDisputes } from '../data/queries/disputes'
import { at, Machine } from './testing/machine'
import { amend, prepare, register, settle } from './testing/office'

let bench: Bench

beforeAll(async () => {
  bench = await Bench.open()
  await loadPinyin()
})
afterAll(() => bench.close())

const NUMBER = '客服-TS-2026-0001'

/** Two desks that each gave one number before the second had its letter, and a third that looks on. */
async function sameNumber() {
  const place = await bench.place()
  const first = await new Machine('a', at(bench.url, place)).setUp()
  await prepare(place, first)
  const second = await new Machine('b', at(bench.url, place)).becomeOf(first, '')
  const third = await new Machine('c', at(bench.url, place)).becomeOf(first, 'C')
  const [here, there] = [await register(first, '水管漏水'), await register(second, '电梯停运')]
  await second.as('director')
  const office = await second.db.of('office').toCollection().first()
  if (!office) throw new Error('no office')
  const { estateName, officeName, numberPrefix } = office
  await second.runner.run(changeOfficeCommand, { estateName, officeName, numberPrefix, deviceLetter: 'B' })
  await settle(first, second, third)
  for (const { db, session } of [first, second, third])
    db.reader = () => {
      const { user } = session.snapshot()
      return user ? { userId: user.id, role: user.role } : null
    }
  return { first, second, third, here, there }
}

/** Chooses at a machine, of the line that its list shows at a place. */
async function choose(machine: Machine, line: number, renumbered: 'held' | 'waiting'): Promise<void> {
  await machine.as('supervisor')
  const found = (await openDisputes(machine.db))[line]
  const view = await disputeView(machine.db, found?.id ?? '')
  // What is asked is which of the two gets a new number, and nothing else.
  expect(view).toMatchObject({ row: null, held: { number: NUMBER } })
  const choice = { way: 'number', renumbered } as const
  const done = await machine.runner.run(decideDisputeCommand, {
    id: found?.id ?? '',
    rev: null,
    choice,
    sure: true,
  })
  expect(done).toMatchObject({ ok: true })
}

const numberAt = async ({ db }: Machine, id: string) => (await db.of('complaints').get(id))?.number
const openAt = async ({ db }: Machine) =>
  (await db.of('disputes').toArray()).filter(({ state }) => state === 'open').length

describe('two records with one number (domain 2)', () => {
  it('wait, each where the other stands', async () => {
    const { first, second, third, here, there } = await sameNumber()
    expect([await numberAt(first, here), await numberAt(first, there)]).toEqual([NUMBER, undefined])
    expect([await numberAt(second, here), await numberAt(second, there)]).toEqual([undefined, NUMBER])
    expect(await third.db.of('complaints').count()).toBe(1)
  })

  it.each([
    ['held', 0],
    ['held', 1],
    ['waiting', 0],
    ['waiting', 1],
  ] as const)('are both on every machine after one press: %s, by line %i', async (renumbered, line) => {
    const { first, second, third, here, there } = await sameNumber()
    await choose(first, line, renumbered)
    expect(await openAt(first)).toBe(0)
    await settle(first, second, third)
    await settle(third, second, first)
    const books = await first.books()
    for (const machine of [first, second, third]) {
      expect(await openAt(machine)).toBe(0)
      expect(await machine.books()).toEqual(books)
      const numbers = [await numberAt(machine, here), await numberAt(machine, there)]
      expect(numbers).toContain(NUMBER)
      expect(numbers).toContain('客服-TS-2026-0002')
    }
  })

  it('come in as they are by then, where somebody wrote on meanwhile', async () => {
    const { first, second, third, here, there } = await sameNumber()
    await amend(second, there, { remedy: '今天修好' })
    await settle(second, first, third)
    await choose(first, 0, 'held')
    await amend(second, there, { place: '东门' })
    await settle(first, second, third)
    for (const machine of [first, second, third]) {
      expect(await machine.db.of('complaints').get(there)).toMatchObject({
        number: NUMBER,
        intake: { remedy: '今天修好', place: '东门' },
      })
      expect(await numberAt(machine, here)).toBe('客服-TS-2026-0002')
      expect(await openAt(machine)).toBe(0)
    }
  })
})
