import { z } from 'zod'
import { unitCodeOf } from '../../../shared/domain/household/code'
import {
  createPerson,
  endResidence,
  type PersonInput,
  updatePerson,
} from '../../../shared/domain/household/person'
import { PERSON_ROLES, UNIT_STATUSES, UNIT_USES } from '../../../shared/domain/household/types'
import { createUnit, type UnitInput, updateUnit } from '../../../shared/domain/household/unit'
import {
  checkPlate,
  createVehicle,
  updateVehicle,
  type VehicleInput,
} from '../../../shared/domain/household/vehicle'
import { accept, type Result, refuse } from '../../../shared/util/result'
import type { CommandSpec } from '../core/commandRunner'
import type { CommandTx } from '../core/commandTx'
import type { RecordTable, RecordTables } from '../core/tables'

/** What every edit of the 住户档案 takes: `id` null for a new entry. */
export type Edit<I> = I & { id: string | null }
export interface SavedId {
  id: string
}

const day = z.string().nullable()
export const entryId = z.string().nullable()

/** Reads the row to change, lets the rule decide, writes. `create` when `id` is null. */
export async function saveEntry<K extends RecordTable>(
  tx: CommandTx,
  table: K,
  id: string | null,
  decide: {
    create: () => Result<RecordTables[K]>
    update: (row: RecordTables[K]) => Result<RecordTables[K]>
  },
): Promise<Result<SavedId>> {
  const row = id === null ? null : await tx.get(table, id)
  if (row === undefined) return refuse('record.missing')
  const decided = row === null ? decide.create() : decide.update(row)
  if (!decided.ok) return decided
  await tx.put(table, decided.value)
  return accept({ id: decided.value.id })
}

/** Creates or changes a unit; its code stays unique (domain 4). */
export const saveUnitCommand: CommandSpec<Edit<UnitInput>, SavedId> = {
  name: 'household.saveUnit',
  permission: 'household.write',
  tables: ['units'],
  input: z.strictObject({
    id: entryId,
    building: z.string(),
    section: z.string(),
    room: z.string(),
    use: z.enum(UNIT_USES),
    area: z.number().nullable(),
    status: z.enum(UNIT_STATUSES),
    moveInDate: day,
  }),
  run: async (tx, { id, ...input }) => {
    const known = await tx.find('units', 'code', unitCodeOf(input))
    const sameCode = known.find((unit) => unit.voided === null && unit.id !== id) ?? null
    return saveEntry(tx, 'units', id, {
      create: () => createUnit(input, sameCode, tx.ctx),
      update: (unit) => updateUnit(unit, input, sameCode, tx.ctx),
    })
  },
}

/** Creates or changes a person and the units they belong to. */
export const savePersonCommand: CommandSpec<Edit<PersonInput>, SavedId> = {
  name: 'household.savePerson',
  permission: 'household.write',
  tables: ['persons'],
  input: z.strictObject({
    id: entryId,
    name: z.string(),
    phones: z.array(z.string()),
    idLastFour: z.string(),
    residences: z.array(
      z.strictObject({ unitId: z.string(), role: z.enum(PERSON_ROLES), from: day, until: day }),
    ),
  }),
  run: (tx, { id, ...input }) =>
    saveEntry(tx, 'persons', id, {
      create: () => createPerson(input, tx.ctx),
      update: (person) => updatePerson(person, input, tx.ctx),
    }),
}

/** Moves a person out of a unit; the person stays on record. */
export const endResidenceCommand: CommandSpec<{ personId: string; unitId: string; until: string }, SavedId> =
  {
    name: 'household.endResidence',
    permission: 'household.write',
    tables: ['persons'],
    input: z.strictObject({ personId: z.string(), unitId: z.string(), until: z.string() }),
    run: async (tx, input) => {
      const person = await tx.get('persons', input.personId)
      if (!person) return refuse('record.missing')
      const ended = endResidence(person, input.unitId, input.until, tx.ctx)
      if (!ended.ok) return ended
      await tx.put('persons', ended.value)
      return accept({ id: person.id })
    },
  }

/** Creates or changes a vehicle. */
export const saveVehicleCommand: CommandSpec<Edit<VehicleInput>, SavedId> = {
  name: 'household.saveVehicle',
  permission: 'household.write',
  tables: ['vehicles'],
  input: z.strictObject({
    id: entryId,
    plate: z.string(),
    unitId: z.string(),
    parkingSpace: z.string(),
    ownerName: z.string(),
    phone: z.string(),
  }),
  run: async (tx, { id, ...input }) => {
    const plate = checkPlate(input.plate)
    const known = plate.ok ? await tx.find('vehicles', 'plate', plate.value) : []
    const samePlate = known.find((vehicle) => vehicle.voided === null && vehicle.id !== id) ?? null
    return saveEntry(tx, 'vehicles', id, {
      create: () => createVehicle(input, samePlate, tx.ctx),
      update: (vehicle) => updateVehicle(vehicle, input, samePlate, tx.ctx),
    })
  },
}
