import {
  contentDigest,
  CUSTOMER_FORM,
  INCIDENT_FORM,
  isBlankSheet,
  mayReadInjuries,
  type Reader,
} from '../../../../shared/domain/incident'
import { asksForCustomerReport } from '../../../../shared/domain/incident/states'
import type { Incident } from '../../../../shared/domain/incident/types'
import { incidentPaper, reserveIncidentsCommand } from '../../../data'
import type { RecordForm, RegisterPrinting } from '../../../register/print/definition'

/** 《事故报告》. 伤情 is not on it; of a withheld record there is none. */
const report: RecordForm<Incident> = {
  form: INCIDENT_FORM,
  draw: async (record, sheet, { db }) => (await import('./draw')).drawReport(record, sheet, db),
  digest: (record) => contentDigest(record, INCIDENT_FORM),
  signer: ({ reportedBy }) => reportedBy,
  applies: ({ reportedByUserId }) => reportedByUserId !== '',
}

/** 《客户事故报告》, 内部限阅: for those who see 伤情, where a person was hurt or fell ill. */
function customerReport(reader: Reader): RecordForm<Incident> {
  return {
    form: CUSTOMER_FORM,
    draw: async (record, sheet) => (await import('./draw')).drawCustomerReport(record, sheet),
    digest: (record) => contentDigest(record, CUSTOMER_FORM),
    signer: ({ reportedBy }) => reportedBy,
    applies: (record) => asksForCustomerReport(record) && mayReadInjuries(record, reader),
  }
}

/** What 突发事件 prints in lists and batches: 《客户事故报告》 is printed one by one. */
export const INCIDENT_PRINTING: RegisterPrinting<'incidents'> = {
  table: 'incidents',
  forms: [report],
  lists: [],
  blank: { form: INCIDENT_FORM, reserve: reserveIncidentsCommand },
  isBlank: isBlankSheet,
  commands: incidentPaper,
}

/** What a record prints for who looks at it. */
export function printingFor(reader: Reader): RegisterPrinting<'incidents'> {
  return { ...INCIDENT_PRINTING, forms: [report, customerReport(reader)] }
}
