import { accept, type Result, refuse } from '../../util/result'
import type { CivilDay, RuleContext } from '../register/types'
import { checkDay, checkText, checkWritable, LIMITS } from './checks'
import { type DoorParts, normalizeDoor, unitCodeOf } from './code'
import type { Unit, UnitStatus, UnitUse } from './types'

export { unitCodeOf } from './code'

export interface UnitInput extends DoorParts {
  use: UnitUse
  /** 建筑面积, m². */
  area: number | null
  status: UnitStatus
  moveInDate: CivilDay | null
}

/** Units larger than this are typing mistakes (m²). */
export const AREA_MAX = 100_000

function checkDoor(input: UnitInput): Result<DoorParts> {
  const parts = normalizeDoor(input)
  const building = checkText(parts.building, 'building', { max: LIMITS.codePart, required: true })
  if (!building.ok) return building
  const section = checkText(parts.section, 'section', { max: LIMITS.codePart })
  if (!section.ok) return section
  const room = checkText(parts.room, 'room', { max: LIMITS.codePart, required: true })
  return room.ok ? accept(parts) : room
}

function checkUnit(input: UnitInput): Result<Omit<Unit, 'id' | 'voided' | 'updatedAt'>> {
  const door = checkDoor(input)
  if (!door.ok) return door
  const { use, area, status, moveInDate } = input
  if (area !== null && !(area > 0 && area <= AREA_MAX)) return refuse('household.areaInvalid', 'area')
  const badDay = checkDay(moveInDate, 'moveInDate')
  if (badDay) return badDay
  return accept({ ...door.value, code: unitCodeOf(door.value), use, area, status, moveInDate })
}

/**
 * A new unit. `sameCode` is the unit that already has `unitCodeOf(input)`, looked up by the command.
 * Refusals: office.notAllowed, household.required, household.tooLong, household.areaInvalid,
 * household.dayInvalid, household.codeTaken `{ code }` on `room`.
 */
export function createUnit(input: UnitInput, sameCode: Unit | null, context: RuleContext): Result<Unit> {
  const no = checkWritable(context.actor)
  if (no) return no
  const checked = checkUnit(input)
  if (!checked.ok) return checked
  if (sameCode) return refuse('household.codeTaken', 'room', { code: sameCode.code })
  return accept({ id: context.newId(), ...checked.value, voided: null, updatedAt: context.now })
}

/** A unit changed; refusals as `createUnit`, and household.voided. */
export function updateUnit(
  unit: Unit,
  input: UnitInput,
  sameCode: Unit | null,
  context: RuleContext,
): Result<Unit> {
  const no = checkWritable(context.actor, unit)
  if (no) return no
  const checked = checkUnit(input)
  if (!checked.ok) return checked
  if (sameCode && sameCode.id !== unit.id) {
    return refuse('household.codeTaken', 'room', { code: sameCode.code })
  }
  return accept({ ...unit, ...checked.value, updatedAt: context.now })
}

/** 自住 and 出租 count as occupied: the denominator of domain 8 and 12. */
export function isOccupied(unit: Pick<Unit, 'status' | 'voided'>): boolean {
  return unit.voided === null && (unit.status === 'ownerOccupied' || unit.status === 'let')
}
