import type { Written } from '../../../../shared/domain/incident/commands'
import type { Incident } from '../../../../shared/domain/incident/types'

type Lists = Pick<Incident, 'losses' | 'notifications' | 'calls' | 'compensations' | 'injuries'>

/** The values of a form that holds one list of the record. */
export type Typed<L extends keyof Lists> = { [K in L]: Written<Lists[K][number]>[] }

/** The rows of a form: those there are, or an empty one to begin with. */
export function rowsOf<T, B>(rows: readonly T[], blank: () => B): (T | B)[] {
  return rows.length > 0 ? [...rows] : [blank()]
}
