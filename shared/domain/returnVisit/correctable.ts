import { refuse } from '../../util/result'
import { CONTACT_WAYS } from '../complaint/types'
import { type Correctable, fieldsAt } from '../register/correctable'
import { objectionToEntry } from './commands'
import { type ReturnVisitRecord, SATISFACTIONS } from './types'

/** What a 更正单 can correct of a return visit (domain 8, 12); of one that a complaint wrote, the complaint is corrected. */
export const returnVisitCorrectable: Correctable<ReturnVisitRecord> = {
  fields: ({ entry }) =>
    entry === null
      ? []
      : fieldsAt('returnVisits', 'record.sections.entry', 'entry', [
          { kind: 'text', path: 'person.unitCode', label: 'unitCode' },
          { kind: 'text', path: 'person.name', label: 'person' },
          { kind: 'phone', path: 'person.phone', label: 'phone' },
          { kind: 'longText', path: 'content', required: true },
          {
            kind: 'choice',
            path: 'satisfaction',
            options: SATISFACTIONS,
            words: 'returnVisits:satisfaction',
            required: true,
          },
          { kind: 'instant', path: 'visitedAt', required: true },
          { kind: 'choice', path: 'way', options: CONTACT_WAYS, words: 'returnVisits:way', required: true },
          { kind: 'text', path: 'visitedBy', required: true },
        ]),
  bar: ({ attemptId }) => (attemptId === '' ? null : refuse('returnVisit.ofComplaint')),
  objection: ({ entry }, ctx) => entry && objectionToEntry(entry, ctx),
}
