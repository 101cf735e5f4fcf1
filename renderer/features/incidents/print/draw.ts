import {
  customerIncidentForm,
  customerIncidentMissing,
} from '../../../../shared/documents/customerIncident/form'
import { incidentReportForm } from '../../../../shared/documents/incidentReport/form'
import type { IncidentWords } from '../../../../shared/documents/incidentReport/input'
import { incidentReportMissing } from '../../../../shared/documents/incidentReport/texts'
import type { Sheet } from '../../../../shared/documents/layout/frame'
import type { IncidentKind } from '../../../../shared/domain/incident/kinds'
import type { Incident } from '../../../../shared/domain/incident/types'
import type { DeskData } from '../../../data'
import { attachmentNamesOf } from '../../../register/print/attachmentNames'
import type { Drawn } from '../../../register/print/definition'
import { loadIncidentWords, wordIn } from '../catalogue'

/** The office's paper is Chinese whatever language the screen speaks. */
async function paperWords(kind: IncidentKind): Promise<IncidentWords> {
  const { steps, fields } = await loadIncidentWords(kind)
  const fieldOf = (id: string) => fields.find((field) => field.id === id)
  return {
    field: (id) => wordIn(fieldOf(id), 'zh-CN'),
    option: (fieldId, optionId) =>
      wordIn(
        fieldOf(fieldId)?.options?.find(({ id }) => id === optionId),
        'zh-CN',
      ),
    step: (id) =>
      wordIn(
        steps.find((step) => step.id === id),
        'zh-CN',
      ),
  }
}

/** Draws 《事故报告》. */
export async function drawReport(record: Incident, sheet: Sheet, db: DeskData['db']): Promise<Drawn> {
  const words = await paperWords(record.report.kind)
  const attachmentNames = await attachmentNamesOf(db, record)
  const input = { sheet, incident: record, words, attachmentNames }
  return { definition: incidentReportForm(input), missing: incidentReportMissing(input) }
}

/** Draws 《客户事故报告》. */
export function drawCustomerReport(record: Incident, sheet: Sheet): Drawn {
  const input = { sheet, incident: record }
  return { definition: customerIncidentForm(input), missing: customerIncidentMissing(input) }
}
