import type { Bench, Place } from '../../../e2e/fixtures/couch/testing'
import { designDocs } from '../../../shared/sync/design'
import {
  amendIntakeCommand,
  registerComplaintCommand,
  voidComplaintCommand,
} from '../../data/commands/complaints'
import { intakeOf } from '../../data/testing/complaints'
import { at, Machine } from './machine'

/** Machines of one office, and their database at head office. */
export interface TwoMachines {
  place: Place
  first: Machine
  second: Machine
}

/** An office on two machines, the second with the letter B; nothing was exchanged yet. */
export async function twoMachines(bench: Bench): Promise<TwoMachines> {
  const place = await bench.place()
  const first = await new Machine('a', at(bench.url, place)).setUp()
  await prepare(place, first)
  const second = await new Machine('b', at(bench.url, place)).becomeOf(first, 'B')
  return { place, first, second }
}

/** Installs the office's guard, as head office does. */
export async function prepare(place: Place, machine: Machine): Promise<void> {
  const office = await machine.db.of('office').toCollection().first()
  for (const doc of designDocs({ officeId: office?.id ?? '' }))
    await place.admin('PUT', `${place.db}/${doc._id}`, JSON.parse(JSON.stringify(doc)))
}

/** Exchanges in turn until nobody has anything to tell. */
export async function settle(...machines: Machine[]): Promise<void> {
  for (let round = 0; round < 3; round += 1) for (const machine of machines) await machine.exchange()
}

export async function register(
  machine: Machine,
  content: string,
  registeredAt = '2026-03-02T01:00:00.000Z',
): Promise<string> {
  await machine.as('clerk')
  const saved = await machine.runner.run(registerComplaintCommand, {
    intake: intakeOf(content, { registeredAt }),
    receivedBy: '',
  })
  if (!saved.ok) throw new Error(saved.refusal.key)
  return saved.value.value.id
}

const complaint = async (machine: Machine, id: string) => {
  const row = await machine.db.of('complaints').get(id)
  if (!row) throw new Error(`no complaint ${id}`)
  return row
}

/** Changes what a person said. */
export async function amend(
  machine: Machine,
  id: string,
  change: Parameters<typeof intakeOf>[1],
): Promise<void> {
  await machine.as('clerk')
  const { rev, intake } = await complaint(machine, id)
  const saved = await machine.runner.run(amendIntakeCommand, { id, rev, intake: { ...intake, ...change } })
  if (!saved.ok) throw new Error(saved.refusal.key)
}

export async function makeVoid(machine: Machine, id: string): Promise<void> {
  await machine.as('supervisor')
  const { rev } = await complaint(machine, id)
  const saved = await machine.runner.run(voidComplaintCommand, { id, rev, reason: '重复登记' })
  if (!saved.ok) throw new Error(saved.refusal.key)
}
