import { incidentMonthFacts } from '../../../../shared/domain/incident/monthFacts'
import {
  CUSTOMER_FORM,
  incidentSearchText,
  listFacets,
  mayRead,
  mayReadInjuries,
  readableBy,
  sortKey,
  unitIdsOf,
} from '../../../../shared/domain/incident'
import type { Incident } from '../../../../shared/domain/incident/types'
import type { RowTraits } from './types'

/** How incidents are listed, found, and read: 限阅 and 伤情 by role (domain 7). */
export const incidentTraits: RowTraits<Incident> = {
  facets: (incident) => [...listFacets(incident), ...unitIdsOf(incident).map((id) => `#unit:${id}`)],
  sortKey,
  orders: { registered: ({ createdAt, number }) => `${createdAt}|${number}` },
  month: incidentMonthFacts,
  search: (incident) => ({
    kind: 'incident',
    parentId: unitIdsOf(incident).join(' '),
    text: incidentSearchText(incident),
  }),
  sealed: ['injuries'],
  reading: {
    whole: mayRead,
    see: readableBy,
    hiddenForms: (incident, reader) => (mayReadInjuries(incident, reader) ? [] : [CUSTOMER_FORM]),
  },
}
