import { useQuery } from '../../data'
import { type LinkedLine, useLinkables } from '../links/linkables'

/** Read at most of one register: a household with more has its older matters in the list. */
const LOOKED_AT = 60
const SHOWN_ENDED = 6

/** A record of a household, and where it opens. */
export type UnitMatter = LinkedLine & { route: string }

/** What all registers have of a household; `except` leaves out the record that is shown. */
export function useUnitMatters(unitId: string, except = ''): { open: UnitMatter[]; ended: UnitMatter[] } {
  const linkables = useLinkables()
  const read = useQuery(
    async (db) => {
      const parts = linkables.map(async ({ route, ofUnit }) =>
        (await ofUnit(db, unitId, LOOKED_AT)).map((line) => ({ ...line, route })),
      )
      return { unitId, matters: (await Promise.all(parts)).flat() }
    },
    [unitId, linkables],
  )
  // Until the next household is read, the matters of the one before must not be taken for its own.
  const matters = read?.unitId === unitId ? read.matters.filter(({ id }) => id !== except) : []
  const newest = matters.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
  return {
    open: newest.filter(({ ended }) => !ended),
    ended: newest.filter(({ ended }) => ended).slice(0, SHOWN_ENDED),
  }
}
