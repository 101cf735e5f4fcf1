import { isValidPlate, normalizePlate } from '../../util/contact'
import { accept, type Result, refuse } from '../../util/result'
import type { RuleContext } from '../register/types'
import { checkText, checkWritable, LIMITS } from './checks'
import { checkPhone } from './person'
import type { Vehicle } from './types'

export interface VehicleInput {
  plate: string
  unitId: string
  parkingSpace: string
  ownerName: string
  phone: string
}

/** A plate as it is stored. Refusal on `plate`: household.required, household.plateInvalid `{ plate }`. */
export function checkPlate(plate: string): Result<string> {
  if (plate.trim() === '') return refuse('household.required', 'plate')
  const stored = normalizePlate(plate)
  return isValidPlate(stored)
    ? accept(stored)
    : refuse('household.plateInvalid', 'plate', { plate: plate.trim().slice(0, 20) })
}

function checkVehicle(input: VehicleInput): Result<VehicleInput> {
  const plate = checkPlate(input.plate)
  if (!plate.ok) return plate
  if (input.unitId === '') return refuse('household.unitRequired', 'unitId')
  const space = checkText(input.parkingSpace, 'parkingSpace', { max: LIMITS.parkingSpace })
  if (!space.ok) return space
  const owner = checkText(input.ownerName, 'ownerName', { max: LIMITS.name })
  if (!owner.ok) return owner
  const phone = checkPhone(input.phone, 'phone')
  if (!phone.ok) return phone
  return accept({
    plate: plate.value,
    unitId: input.unitId,
    parkingSpace: space.value,
    ownerName: owner.value,
    phone: phone.value,
  })
}

/**
 * A new vehicle. `samePlate` is an active vehicle with that plate, looked up by the command (by `checkPlate`).
 * Refusals: office.notAllowed, household.required, household.plateInvalid, household.plateTaken `{ plate }`,
 * household.unitRequired, household.tooLong, household.phoneInvalid.
 */
export function createVehicle(
  input: VehicleInput,
  samePlate: Vehicle | null,
  context: RuleContext,
): Result<Vehicle> {
  const no = checkWritable(context.actor)
  if (no) return no
  const checked = checkVehicle(input)
  if (!checked.ok) return checked
  if (samePlate) return refuse('household.plateTaken', 'plate', { plate: samePlate.plate })
  return accept({ id: context.newId(), ...checked.value, voided: null, updatedAt: context.now })
}

/** A vehicle changed, or moved to another unit; refusals as `createVehicle`, and household.voided. */
export function updateVehicle(
  vehicle: Vehicle,
  input: VehicleInput,
  samePlate: Vehicle | null,
  context: RuleContext,
): Result<Vehicle> {
  const no = checkWritable(context.actor, vehicle)
  if (no) return no
  const checked = checkVehicle(input)
  if (!checked.ok) return checked
  if (samePlate && samePlate.id !== vehicle.id) {
    return refuse('household.plateTaken', 'plate', { plate: samePlate.plate })
  }
  return accept({ ...vehicle, ...checked.value, updatedAt: context.now })
}
