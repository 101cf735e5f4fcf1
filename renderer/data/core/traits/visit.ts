import { returnVisitMonthFacts } from '../../../../shared/domain/returnVisit/monthFacts'
import { visitMonthFacts } from '../../../../shared/domain/visit/monthFacts'
import * as returnVisit from '../../../../shared/domain/returnVisit'
import * as visit from '../../../../shared/domain/visit'
import * as visitMonth from '../../../../shared/domain/visitMonth'
import type { RecordTables } from '../tables'
import type { RowTraits } from './types'

type Visits = Pick<RecordTables, 'visits' | 'visitNotes' | 'visitMonths' | 'returnVisits'>

/** How visits, their months and return visits are listed and found. */
export const visitTraits: { [K in keyof Visits]: RowTraits<Visits[K]> } = {
  visits: {
    facets: (record) => [...visit.listFacets(record), ...visit.monthFacets(record)],
    sortKey: visit.sortKey,
    orders: { visited: visit.visitedKey },
    month: visitMonthFacts,
    search: (record) => ({
      kind: 'visit',
      parentId: record.plan.person.unitId ?? '',
      text: visit.visitSearchText(record),
    }),
  },
  // Read by few (domain 8): never searched, and its words are in no audit detail, which everybody reads.
  visitNotes: {
    secret: ['text'],
    sealed: ['text'],
    reading: { whole: visit.mayReadPrivate, see: visit.notesReadableBy, secretly: true },
  },
  visitMonths: { facets: visitMonth.listFacets, sortKey: visitMonth.sortKey },
  returnVisits: {
    facets: (record) => [...returnVisit.listFacets(record), ...returnVisit.householdFacets(record)],
    sortKey: returnVisit.sortKey,
    orders: { visited: returnVisit.visitedKey },
    month: returnVisitMonthFacts,
    search: (record) => ({
      kind: 'returnVisit',
      parentId: record.entry?.person.unitId ?? '',
      text: returnVisit.returnVisitSearchText(record),
    }),
  },
}
