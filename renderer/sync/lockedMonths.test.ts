import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Bench } from '../../e2e/fixtures/couch/testing'
import { loadPinyin } from '../../shared/util/pinyin'
import { reopenMonthCommand } from '../data/commands/monthReviews'
import { lateRecords } from '../data/queries/lateRecords'
import { verifyMonth } from '../data/queries/verifyMonth'
import { signMonth } from '../data/testing/months'
import type { TestOffice } from '../data/testing/office'
import { at, Machine } from './testing/machine'
import { amend, register, settle, twoMachines } from './testing/office'

let bench: Bench

beforeAll(async () => {
  bench = await Bench.open()
  await loadPinyin()
})
afterAll(() => bench.close())

const APRIL = '2026-04-03T01:00:00.000Z'

/** 审核 and 审阅 of March on a machine. */
async function signMarch(machine: Machine): Promise<void> {
  const { db, runner } = machine
  const office: Pick<TestOffice, 'db' | 'runner' | 'signInAs'> & { clock: { now: string } } = {
    db,
    runner,
    signInAs: (role) => machine.as(role),
    clock: { now: machine.now },
  }
  await signMonth(office as TestOffice, '2026-03')
}

const placeAt = async ({ db }: Machine, id: string) => (await db.of('complaints').get(id))?.intake.place
const disputesAt = async ({ db }: Machine) =>
  (await db.of('disputes').toArray()).map(({ kind, recordId, waiting }) => ({
    kind,
    recordId,
    place: (waiting['intake'] as { place: string }).place,
  }))

async function inApril(...machines: Machine[]): Promise<void> {
  for (const machine of machines) machine.now = APRIL
}

describe('a month that was signed on one machine (domain 12)', () => {
  it.each(['the signer', 'the other'])('stands, where %s tells the server first', async (who) => {
    const { first, second } = await twoMachines(bench)
    const id = await register(first, '水管漏水')
    await settle(first, second)
    const signed = await placeAt(first, id)
    await inApril(first, second)
    await signMarch(first)
    // It knows nothing of the signing yet.
    await amend(second, id, { place: '地下车库' })
    await settle(...(who === 'the signer' ? [first, second] : [second, first]))
    for (const machine of [first, second]) {
      expect(await placeAt(machine, id)).toBe(signed)
      expect(await disputesAt(machine)).toEqual([{ kind: 'locked', recordId: id, place: '地下车库' }])
    }
  })

  it('lets whoever was away take what its signer knew, and asks about nothing', async () => {
    const { place, first, second } = await twoMachines(bench)
    const third = await new Machine('c', at(bench.url, place)).becomeOf(first, 'C')
    const here = await register(first, '水管漏水')
    const there = await register(second, '电梯停运')
    await settle(first, second)
    await inApril(first, second, third)
    await signMarch(first)
    await settle(first, second, third)
    for (const machine of [first, second, third]) {
      expect(await disputesAt(machine)).toEqual([])
      for (const id of [here, there]) expect(await machine.db.of('complaints').get(id)).toBeDefined()
    }
  })
})

describe('a record that is dated into a month while it is signed elsewhere (domain 12)', () => {
  const lateAt = async ({ db, now }: Machine) => (await lateRecords(db, '2026-03', now)).map(({ id }) => id)

  it.each([
    ['the signer', ['first', 'second', 'third']],
    ['the desk that wrote it', ['second', 'first', 'third']],
    ['the desk that wrote it, and the signer never again', ['second', 'third', 'second']],
    ['somebody who knew neither', ['third', 'second', 'first']],
  ] as const)('is named on every machine, whoever hears of it first: %s', async (_who, order) => {
    const { place, first, second } = await twoMachines(bench)
    const third = await new Machine('c', at(bench.url, place)).becomeOf(first, 'C')
    const machines = { first, second, third }
    const signed = await register(first, '水管漏水')
    await settle(first, second, third)
    const late = await register(second, '电梯停运', '2026-03-01T01:00:00.000Z')
    await inApril(first, second, third)
    await signMarch(first)
    // The signature is on the server: from then on the signing desk may be gone.
    await first.exchange()
    await settle(...order.map((name) => machines[name]))
    for (const machine of order.map((name) => machines[name])) {
      expect(await lateAt(machine)).toEqual([late])
      expect(await disputesAt(machine)).toEqual([
        { kind: 'locked', recordId: late, place: expect.any(String) },
      ])
      expect(await placeAt(machine, late)).toBeDefined()
      const verdict = await verifyMonth(machine.db, '2026-03', machine.now)
      const number = (await machine.db.of('complaints').get(late))?.number
      expect(verdict?.findings).toEqual([{ kind: 'late', table: 'complaints', id: late, number }])
      expect(await lateAt(machine)).not.toContain(signed)
    }
  })

  it('is signed with the month, once that was reopened', async () => {
    const { first, second } = await twoMachines(bench)
    await settle(first, second)
    const late = await register(second, '电梯停运')
    await inApril(first, second)
    await signMarch(first)
    await settle(first, second)
    expect(await lateAt(second)).toEqual([late])
    await first.as('director')
    const { rev = 0 } = (await first.db.of('monthReviews').get('2026-03')) ?? {}
    await first.runner.run(reopenMonthCommand, { id: '2026-03', rev, reason: '补一件' })
    expect(await lateAt(first)).toEqual([])
    await signMarch(first)
    await settle(first, second)
    for (const machine of [first, second]) expect(await lateAt(machine)).toEqual([])
  })
})
