import { LOST_CATEGORIES } from '../lostItem/types'
import { type Correctable, type CorrectableField, fieldsAt } from '../register/correctable'
import { objectionToIntake } from './commands/intake'
import type { LostReport } from './types'

/** What a 更正单 can correct of a 寻物 (domain 6, 12). */
export const lostReportCorrectable: Correctable<LostReport> = {
  fields: ({ ending }) => [
    ...part('intake', '', [{ kind: 'text', path: 'receivedBy', required: true }]),
    ...part('intake', 'intake', [
      { kind: 'instant', path: 'registeredAt', required: true },
      { kind: 'text', path: 'owner.name', label: 'owner', required: true },
      { kind: 'phone', path: 'owner.phone', label: 'phone' },
      { kind: 'text', path: 'owner.unitCode', label: 'unitCode' },
      { kind: 'text', path: 'item', required: true },
      {
        kind: 'choice',
        path: 'category',
        options: LOST_CATEGORIES,
        words: 'lostItems:category',
        required: true,
      },
      { kind: 'longText', path: 'features' },
      { kind: 'instant', path: 'lostFrom' },
      { kind: 'instant', path: 'lostUntil' },
      { kind: 'text', path: 'places' },
      { kind: 'longText', path: 'remarks' },
    ]),
    ...(ending
      ? part('ending', 'ending', [
          { kind: 'longText', path: 'words' },
          { kind: 'instant', path: 'at', label: 'endedAt', required: true },
        ])
      : []),
  ],
  objection: ({ intake }, ctx) => objectionToIntake(intake, ctx),
}

function part(section: string, at: string, given: Parameters<typeof fieldsAt>[3]): CorrectableField[] {
  return fieldsAt('lostReports', `record.sections.${section}`, at, given)
}
