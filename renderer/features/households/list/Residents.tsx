import { residenceAt } from '../../../../shared/domain/household/person'
import { personsOf, useQuery } from '../../../data'
import { useToday } from '../record/useHouseholdRecord'

/** Who lives in a unit, for its line: only lines in sight are drawn, so only they are read. */
export function Residents({ unitId }: { unitId: string }) {
  const today = useToday()
  const persons = useQuery((db) => personsOf(db, unitId), [unitId])
  const here = persons?.filter((person) => residenceAt(person, unitId, today) !== null) ?? []
  return <>{here.map((person) => person.name).join('、')}</>
}
