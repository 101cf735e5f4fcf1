import { doorOrder } from '../../../../shared/domain/household/code'
import { isOccupied } from '../../../../shared/domain/household/unit'
import { seenBy } from '../../../../shared/domain/household/notes'
import { householdText } from '../../../../shared/domain/household/searchText'
import type { RecordTables } from '../tables'
import type { RowTraits } from './types'

type Households = Pick<
  RecordTables,
  'units' | 'persons' | 'vehicles' | 'careFlags' | 'instructions' | 'blacklist'
>

/** How units, people, vehicles and the 违规名单 are found. `parentId` holds the ids of the units, by spaces. */
export const householdTraits: { [K in keyof Households]: RowTraits<Households[K]> } = {
  units: {
    // 自住+出租 are counted: the denominator of the visits' goals (domain 8).
    facets: (unit) => (isOccupied(unit) ? ['occupied'] : []),
    sortKey: ({ code }) => doorOrder(code),
    search: (unit) => ({ kind: 'unit', parentId: unit.id, text: householdText.unit(unit) }),
  },
  persons: {
    sealed: ['idLastFour'],
    search: (person) => ({
      kind: 'person',
      parentId: person.unitIds.join(' '),
      text: householdText.person(person),
    }),
  },
  vehicles: {
    search: (vehicle) => ({
      kind: 'vehicle',
      parentId: vehicle.unitId,
      text: householdText.vehicle(vehicle),
    }),
  },
  // What is said of a person's life, and what they entrusted the office with: never searched.
  careFlags: {
    sealed: ['note'],
    // A flag that is for the director alone is known to nobody else (domain 4).
    reading: {
      whole: (flag, { role }) => seenBy(flag, role),
      see: (flag, { role }) => (seenBy(flag, role) ? flag : { ...flag, note: '' }),
      secretly: true,
    },
  },
  instructions: { sealed: ['note'] },
  blacklist: {
    search: (entry) => ({ kind: 'blacklist', parentId: '', text: householdText.blacklist(entry) }),
  },
}
