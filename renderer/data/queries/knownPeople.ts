import type { KnownPeople } from '../../../shared/domain/monthPackage'
import type { DeskDatabase } from '../core/database'

/** Everything of people that the office knows, for what must not name any of them (domain 13). */
export interface KnownOfEstate extends KnownPeople {
  /** 楼栋 of the estate. */
  buildings: string[]
}

/**
 * Reads whole tables, voided rows too: who moved out is no less to be kept. The users are people as well, and so are
 * those of the 违规名单.
 */
export async function knownPeople(db: DeskDatabase): Promise<KnownOfEstate> {
  const [units, persons, vehicles, users, blacklist] = await Promise.all([
    db.of('units').toArray(),
    db.of('persons').toArray(),
    db.of('vehicles').toArray(),
    db.of('users').toArray(),
    db.of('blacklist').toArray(),
  ])
  return {
    names: [
      ...persons.map(({ name }) => name),
      ...vehicles.map(({ ownerName }) => ownerName),
      ...users.map(({ name }) => name),
      ...blacklist.map(({ name }) => name),
    ],
    phones: [...persons.flatMap(({ phones }) => phones), ...vehicles.map(({ phone }) => phone)],
    plates: vehicles.map(({ plate }) => plate),
    unitCodes: units.map(({ code }) => code),
    buildings: [...new Set(units.map(({ building }) => building))].filter((name) => name !== ''),
  }
}
