import { searchText } from '../../util/searchText'
import type { BlacklistEntry, Person, Unit, Vehicle } from './types'

type UnitFacts = Pick<Unit, 'code' | 'building' | 'section' | 'room'>
type PersonFacts = Pick<Person, 'name' | 'phones'>
type VehicleFacts = Pick<Vehicle, 'plate' | 'parkingSpace' | 'ownerName' | 'phone'>

const unit = ({ code }: UnitFacts): string => searchText({ names: [], texts: [code] })

const person = ({ name, phones }: PersonFacts): string => searchText({ names: [name], texts: phones })

const vehicle = ({ plate, parkingSpace, ownerName, phone }: VehicleFacts): string =>
  searchText({ names: [ownerName], texts: [plate, parkingSpace, phone] })

const blacklist = ({ name, description }: Pick<BlacklistEntry, 'name' | 'description'>): string =>
  searchText({ names: [name], texts: [description] })

/**
 * What each row of a household is found by (domain 4, 10): door number (folding drops its dashes, so that 52301
 * finds 5-2-301), name with pinyin and initials, part of a phone, plate, space. Nothing of 证件末四位.
 */
export const householdText = { unit, person, vehicle, blacklist }
