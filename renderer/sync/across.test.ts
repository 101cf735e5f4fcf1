import 'fake-indexeddb/auto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Bench } from '../../e2e/fixtures/couch/testing'
import type { Role } from '../../shared/domain/office/types'
import { directs } from '../../shared/sync/across'
import { loadPinyin } from '../../shared/util/pinyin'
import { decideDisputeCommand } from '../data/commands/disputes'
import { voidEntryCommand } from '../data/commands/householdNotes'
import { saveUnitCommand, saveVehicleCommand } from '../data/commands/households'
import { createUserCommand, updateUserCommand } from '../data/commands/users'
import { kept } from '../data/testing/months'
import type { Machine } from './testing/machine'
import { settle, twoMachines } from './testing/office'

let bench: Bench

beforeAll(async () => {
  bench = await Bench.open()
  await loadPinyin()
})
afterAll(() => bench.close())

const PIN_HASH = 'scrypt$32768$8$1$c2FsdHNhbHRzYWx0$aGFzaGhhc2hoYXNo'
const UNIT = {
  id: null,
  building: '3',
  section: '',
  room: '502',
  use: 'residence',
  area: null,
  status: 'ownerOccupied',
  moveInDate: null,
} as const

async function expectEqual(...machines: Machine[]): Promise<void> {
  const [one, ...others] = await Promise.all(machines.map((machine) => machine.books()))
  for (const books of others) expect(books).toEqual(one)
}

const linesOf = async ({ db }: Machine) => (await db.of('disputes').toArray()).map((line) => line)
const openOf = async (machine: Machine) => (await linesOf(machine)).filter(({ state }) => state === 'open')

async function addUser(machine: Machine, name: string, role: Role): Promise<string> {
  await machine.as('director')
  const user = { name, role, active: true, pinHash: PIN_HASH }
  return kept(await machine.runner.run(createUserCommand, user)).userId
}

async function changeUser(machine: Machine, userId: string, to: { role?: Role; active?: boolean }) {
  const user = await machine.db.of('users').get(userId)
  if (!user) throw new Error('no user')
  const { name, role, active } = { ...user, ...to }
  kept(await machine.runner.run(updateUserCommand, { userId, name, role, active }))
}

describe('two desks that were both right alone', () => {
  it.each<[string, { role?: Role; active?: boolean }]>([
    ['switched off', { active: false }],
    ['moved', { role: 'clerk' }],
  ])('leave the office a director, though each %s one of two', async (_how, to) => {
    const { first, second } = await twoMachines(bench)
    const another = await addUser(first, '主任乙', 'director')
    await settle(first, second)
    const own = (await first.db.of('users').toArray()).find((one) => directs(one) && one.id !== another)
    await first.as('director')
    await second.as('director')
    await changeUser(first, own?.id ?? '', to)
    await changeUser(second, another, to)
    await settle(first, second)
    await settle(second, first)
    await expectEqual(first, second)
    const directors = (await second.db.of('users').toArray()).filter(directs)
    expect(directors).toHaveLength(1)
    expect(await openOf(first)).toMatchObject([
      {
        kind: 'rule',
        table: 'users',
        recordId: directors[0]?.id,
        number: directors[0]?.name,
        fields: [{ path: 'active', inForce: true }],
      },
    ])
    // Nothing more comes of it.
    const before = await first.db.of('audit').count()
    await settle(first, second)
    expect(await first.db.of('audit').count()).toBe(before)
  })

  it('are asked about two units of one 房号, once, until one of them is void', async () => {
    const { first, second } = await twoMachines(bench)
    await first.as('director')
    await second.as('director')
    const ids = [
      kept(await first.runner.run(saveUnitCommand, UNIT)).id,
      kept(await second.runner.run(saveUnitCommand, UNIT)).id,
    ]
    await settle(first, second)
    await expectEqual(first, second)
    const [line, ...more] = await openOf(first)
    expect(more).toEqual([])
    expect(line).toMatchObject({ kind: 'rule', table: 'units', recordId: ids.toSorted()[1] })
    expect(line?.number).toBe((await first.db.of('units').toArray())[0]?.code)
    kept(
      await first.runner.run(voidEntryCommand, {
        table: 'units',
        id: line?.recordId ?? '',
        reason: '重复',
      } as const),
    )
    const seen = { id: line?.id ?? '', rev: null, choice: { way: 'keep' }, sure: true } as const
    kept(await first.runner.run(decideDisputeCommand, seen))
    await settle(first, second)
    await expectEqual(first, second)
    expect(await openOf(second)).toEqual([])
    expect(await linesOf(second)).toHaveLength(1)
  })

  it('are asked about two vehicles of one plate, and two users of one name', async () => {
    const { first, second } = await twoMachines(bench)
    await first.as('director')
    const { id: unitId } = kept(await first.runner.run(saveUnitCommand, UNIT))
    await settle(first, second)
    await second.as('director')
    const car = { id: null, plate: '浙A12345', unitId, parkingSpace: '', ownerName: '', phone: '' }
    for (const machine of [first, second]) kept(await machine.runner.run(saveVehicleCommand, car))
    await addUser(first, '李明', 'clerk')
    await addUser(second, '李 明', 'clerk')
    await settle(first, second)
    await expectEqual(first, second)
    const asked = (await openOf(second)).map(({ kind, table, number }) => [
      kind,
      table,
      number.replace(' ', ''),
    ])
    expect(asked.toSorted()).toEqual([
      ['rule', 'users', '李明'],
      ['rule', 'vehicles', '浙A12345'],
    ])
  })

  it('say nothing of a director who is handed over to another, in whatever order it comes', async () => {
    const { first, second } = await twoMachines(bench)
    await settle(first, second)
    const own = (await first.db.of('users').toArray()).find(directs)
    const another = await addUser(first, '主任乙', 'director')
    await changeUser(first, own?.id ?? '', { active: false })
    await first.exchange()
    const now = await first.db.of('users').get(another)
    if (now) first.session.signedIn(now)
    // The newer director's document stands behind the older one's from now on.
    await changeUser(first, another, {})
    await settle(first, second)
    expect(await openOf(second)).toEqual([])
    expect((await second.db.of('users').toArray()).filter(directs).map(({ id }) => id)).toEqual([another])
  })
})
