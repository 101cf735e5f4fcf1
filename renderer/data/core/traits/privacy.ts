import { may } from '../../../../shared/domain/office/permissions'
import type { PersonRequest } from '../../../../shared/domain/privacy/types'
import type { RecordTables } from '../tables'
import type { Reader, RowTraits } from './types'

type OfPeople = Pick<RecordTables, 'personRequests' | 'retentionHolds'>

const mayRead = (_row: unknown, { role }: Reader): boolean => may(role, 'privacy.answer')

/** Who else reads the row sees that there is one, and when it is due. */
function seen(request: PersonRequest, reader: Reader): PersonRequest {
  if (mayRead(request, reader)) return request
  return { ...request, name: '', phone: '', identifiedBy: '', words: '', answer: null }
}

/** Requests of persons, those to be answered first; what is kept beyond its period (domain 13). */
export const privacyTraits: { [K in keyof OfPeople]: RowTraits<OfPeople[K]> } = {
  personRequests: {
    facets: ({ answer }) => (answer ? [] : ['open']),
    sortKey: ({ dueOn, id }) => `${dueOn}|${id}`,
    sealed: ['name', 'phone', 'identifiedBy', 'words', 'answer'],
    secret: ['name', 'phone', 'identifiedBy', 'words'],
    reading: { whole: mayRead, see: seen },
  },
  retentionHolds: { sealed: ['reason'] },
}
