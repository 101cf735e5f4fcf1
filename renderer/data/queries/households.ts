import { activeInstructions, visibleFlags } from '../../../shared/domain/household'
import type {
  CareFlag,
  Person,
  StandingInstruction,
  Unit,
  Vehicle,
} from '../../../shared/domain/household/types'
import type { Role } from '../../../shared/domain/office/types'
import type { DeskDatabase } from '../core/database'
import { asRead } from './reading'

/** Everything of one unit that whoever is signed in may see; `visibleFlags` and `activeInstructions` stand today. */
export interface Household {
  unit: Unit
  persons: Person[]
  vehicles: Vehicle[]
  instructions: StandingInstruction[]
  visibleFlags: CareFlag[]
  activeInstructions: StandingInstruction[]
}

/** A household as `role` may see it on the civil day `today`. */
export async function getHousehold(
  db: DeskDatabase,
  unitId: string,
  role: Role,
  today: string,
): Promise<Household | null> {
  const [unit, persons, vehicles, careFlags, instructions] = await Promise.all([
    db.of('units').get(unitId),
    db.of('persons').where('unitIds').equals(unitId).toArray(),
    db.of('vehicles').where('unitId').equals(unitId).toArray(),
    db.of('careFlags').where('unitId').equals(unitId).toArray(),
    db.of('instructions').where('unitId').equals(unitId).toArray(),
  ])
  if (!unit) return null
  const said = instructions.map((row) => asRead(db, 'instructions', row))
  return {
    unit: asRead(db, 'units', unit),
    persons: persons.map((row) => asRead(db, 'persons', row)),
    vehicles: vehicles.map((row) => asRead(db, 'vehicles', row)),
    instructions: said,
    visibleFlags: visibleFlags(careFlags, role, today).map((row) => asRead(db, 'careFlags', row)),
    activeInstructions: activeInstructions(said, today),
  }
}
