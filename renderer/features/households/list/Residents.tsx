import { residenceAt } from '../../../../shared/domain/household/person'
import { personsOf, useQuery } from '../../../data'
import { useToday } from '../record/useHouseholdRecord'

interface ResidentsProps {
  unitId: string
  /** Names and plates through which the unit was found. */
  through: readonly string[]
}

/**
 * Who lives in a unit, for its line, and after them what else it was found through: a plate, somebody who has moved
 * out. Only lines in sight are drawn, so only they are read.
 */
export function Residents({ unitId, through }: ResidentsProps) {
  const today = useToday()
  const persons = useQuery((db) => personsOf(db, unitId), [unitId])
  const here = persons?.filter((person) => residenceAt(person, unitId, today) !== null) ?? []
  // Two people of one name are both named; what was found is only added where it does not stand there yet.
  const names = here.map((person) => person.name)
  const also = [...new Set(through)].filter((word) => !names.includes(word))
  return <>{[...names, ...also].join('、')}</>
}
