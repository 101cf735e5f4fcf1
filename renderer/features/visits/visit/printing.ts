import { contentDigest, isBlankSheet, VISIT_RECORD_FORM } from '../../../../shared/domain/visit'
import type { Visit } from '../../../../shared/domain/visit/types'
import { reserveVisitsCommand, visitPaper } from '../../../data'
import type { RecordForm, RegisterPrinting } from '../../../register/print/definition'

/** 《访问业主记录》, which the 业主 signs, or does not. */
const sheet: RecordForm<Visit> = {
  form: VISIT_RECORD_FORM,
  draw: async (record, paper) => {
    const { visitRecordForm, visitRecordMissing } = await import(
      '../../../../shared/documents/visitRecord/form'
    )
    const input = { sheet: paper, visit: record }
    return { definition: visitRecordForm(input), missing: visitRecordMissing(input) }
  },
  digest: contentDigest,
  signer: ({ plan }) => plan.person.name,
}

/** What 走访 prints. */
export const VISIT_PRINTING: RegisterPrinting<'visits'> = {
  table: 'visits',
  forms: [sheet],
  lists: [],
  blank: { form: VISIT_RECORD_FORM, reserve: reserveVisitsCommand },
  isBlank: isBlankSheet,
  commands: visitPaper,
}
