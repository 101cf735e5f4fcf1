import type { ExistingHouseholds } from '../../../shared/domain/household/import'
import type { BlacklistEntry, Person } from '../../../shared/domain/household/types'
import type { DeskDatabase } from '../core/database'

/** Everything that is not voided, for export and for the preview of an import: the only readers of whole tables. */
export async function allHouseholds(db: DeskDatabase): Promise<ExistingHouseholds> {
  const [units, persons, vehicles] = await Promise.all([
    db.of('units').toArray(),
    db.of('persons').toArray(),
    db.of('vehicles').toArray(),
  ])
  const live = <T extends { voided: unknown }>(rows: T[]) => rows.filter((row) => row.voided === null)
  return { units: live(units), persons: live(persons), vehicles: live(vehicles) }
}

/** People ever tied to a unit, voided ones left out. */
export async function personsOf(db: DeskDatabase, unitId: string): Promise<Person[]> {
  const persons = await db.of('persons').where('unitIds').equals(unitId).toArray()
  return persons.filter((person) => person.voided === null)
}

/** The 违规名单, newest incident first; a few hundred at most. */
export async function listBlacklist(db: DeskDatabase): Promise<BlacklistEntry[]> {
  return db.of('blacklist').orderBy('incidentDate').reverse().toArray()
}
