import type { ReturnVisitRecord } from '../../../../shared/domain/returnVisit/types'
import { returnVisitPaper } from '../../../data'
import type { RegisterPrinting } from '../../../register/print/definition'

/** What 回访 prints. */
export const RETURN_VISIT_PRINTING: RegisterPrinting<'returnVisits'> = {
  table: 'returnVisits',
  forms: [],
  lists: [],
  blank: null,
  isBlank: ({ entry }: ReturnVisitRecord) => entry === null,
  commands: returnVisitPaper,
}
