import { contentDigest, VISIT_SUMMARY_FORM } from '../../../../shared/domain/visitMonth'
import type { VisitMonth } from '../../../../shared/domain/visitMonth/types'
import { visitMonthPaper, visitMonthView } from '../../../data'
import type { RecordForm, RegisterPrinting } from '../../../register/print/definition'

/** 《访问总结》, which the director signs. */
const summary: RecordForm<VisitMonth> = {
  form: VISIT_SUMMARY_FORM,
  draw: async (record, sheet, { db }) => {
    const { visitSummaryForm, visitSummaryMissing } = await import(
      '../../../../shared/documents/visitSummary/form'
    )
    const { suggestions, goals } = await visitMonthView(db, record.id)
    const input = { sheet, month: record, suggestions, goals }
    return { definition: visitSummaryForm(input), missing: visitSummaryMissing(input) }
  },
  digest: contentDigest,
  signer: ({ summary: signed }) => signed?.by ?? '',
}

/** What a month of visits prints. */
export const MONTH_PRINTING: RegisterPrinting<'visitMonths'> = {
  table: 'visitMonths',
  forms: [summary],
  lists: [],
  blank: null,
  isBlank: () => false,
  commands: visitMonthPaper,
}
