import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Bench } from '../../e2e/fixtures/couch/testing'
import { redacting } from '../../shared/schema/redaction'
import { loadPinyin } from '../../shared/util/pinyin'
import { eraseCommand, type EraseInput } from '../data/commands/privacy'
import { clearingOrder } from '../data/privacy/clearing'
import { expectDerived, expectValid } from '../data/testing/derived'
import type { Machine } from './testing/machine'
import { amend, makeVoid, register, settle, twoMachines } from './testing/office'

const SECRET = '单雄信家的秘密'
let bench: Bench

beforeAll(async () => {
  bench = await Bench.open()
  await loadPinyin()
})
afterAll(() => bench.close())

async function erase(machine: Machine, id: string): Promise<void> {
  await machine.as('director')
  const order: EraseInput = {
    records: [{ table: 'complaints', id }],
    reason: '本人要求',
    basis: 'consentWithdrawn',
  }
  const saved = await machine.runner.run(eraseCommand, order)
  if (!saved.ok) throw new Error(saved.refusal.key)
}

/** Everything that a machine still holds: tables, and its journal as main leaves it. */
async function heldBy(machine: Machine): Promise<string> {
  const reword = redacting(await clearingOrder(machine.db))
  machine.lines = machine.lines.map((line) => ({ ...line, body: reword(line) }))
  const tables = await Promise.all(machine.db.tables.map((table) => table.toArray()))
  return JSON.stringify([tables, machine.lines])
}

describe('an erasure by law at another machine (domain 13)', () => {
  it('takes the words out of everything that this one wrote and took, and its journal brings the same books', async () => {
    const { first, second } = await twoMachines(bench)
    const id = await register(first, SECRET)
    await settle(first, second)
    await amend(second, id, { remedy: `${SECRET}，请修` })
    await settle(first, second)
    // Both sides change the same: the words stand in 待核对 too.
    await amend(first, id, { place: `${SECRET}门口` })
    await amend(second, id, { place: `${SECRET}楼上` })
    await settle(first, second)
    expect(await second.db.of('disputes').count()).toBe(1)
    await makeVoid(first, id)
    await erase(first, id)
    await settle(first, second)
    expect(await first.books()).toEqual(await second.books())
    expect(await second.db.of('complaints').get(id)).toMatchObject({ erased: { basis: 'consentWithdrawn' } })
    for (const machine of [first, second]) {
      expect(await heldBy(machine), machine.name).not.toContain('单雄信')
      await expectDerived(machine.db)
      await expectValid(machine.db)
    }
    const before = await second.books()
    await second.recover()
    expect(await second.books()).toEqual(before)
    // Recovered, it goes on under an id of its own, in the place of the one before.
    await second.renew()
    await second.exchange({ replaces: true })
    await settle(first, second)
    expect(await first.books()).toEqual(before)
    expect(await heldBy(second)).not.toContain('单雄信')
  })
})
