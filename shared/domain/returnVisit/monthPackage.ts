import { CONTACT_WAYS } from '../complaint/types'
import { columnsOf } from '../monthPackage/columns'
import type { RegisterPackage } from '../monthPackage/types'
import { returnVisitMonthFacts } from './monthFacts'
import { RETURN_VISIT_SOURCES, RETURN_VISIT_STATES, type ReturnVisitRecord, SATISFACTIONS } from './types'

const { word, day } = columnsOf<ReturnVisitRecord>()

/** What head office may read of a return visit (domain 12, 13). */
export const returnVisitPackage: RegisterPackage<ReturnVisitRecord> & { table: 'returnVisits' } = {
  table: 'returnVisits',
  facts: returnVisitMonthFacts,
  columns: [
    day('visitedOn', ({ entry }) => entry?.visitedAt),
    word('source', RETURN_VISIT_SOURCES, 'returnVisits:source', ({ entry }) => entry?.source.kind),
    word('way', CONTACT_WAYS, 'returnVisits:way', ({ entry }) => entry?.way),
    word('satisfaction', SATISFACTIONS, 'returnVisits:satisfaction', ({ entry }) => entry?.satisfaction),
    word('state', RETURN_VISIT_STATES, 'returnVisits:state', ({ state }) => state),
  ],
  texts: {},
}
