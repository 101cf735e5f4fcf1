import { complaintReceiptForm } from '../../../shared/documents/complaintReceipt/form'
import { complaintVisitForm } from '../../../shared/documents/complaintVisit/form'
import { customerIncidentForm } from '../../../shared/documents/customerIncident/form'
import type { PrintDefinition } from '../../../shared/documents/definition'
import { incidentReportForm } from '../../../shared/documents/incidentReport/form'
import type { Sheet } from '../../../shared/documents/layout/frame'
import { lostClaimForm } from '../../../shared/documents/lostClaim/form'
import { encodeSheetCode, parsePicturedCode, type ReadSheetCode } from '../../../shared/documents/qrPayload'
import { type FormName, forms } from '../../../shared/documents/registry'
import { returnVisitSheetForm } from '../../../shared/documents/returnVisitSheet/form'
import { sampleSheet, typicalSample } from '../../../shared/documents/samples/complaints'
import { typicalCustomer, typicalIncident } from '../../../shared/documents/samples/incidents'
import { typicalLost } from '../../../shared/documents/samples/lost'
import { typicalReceipt } from '../../../shared/documents/samples/receipts'
import { shortReturnVisits } from '../../../shared/documents/samples/returnVisits'
import { typicalVisit } from '../../../shared/documents/samples/visits'
import { visitRecordForm } from '../../../shared/documents/visitRecord/form'
import { coverage } from '../../printing/fonts/coverage'

/** A form that comes back signed, and the letters of its register in a number. */
interface SignedForm {
  form: FormName
  letters: string
  make: (sheet: Sheet) => PrintDefinition
}

/** One return visit by itself: its row bears the code. */
function oneReturnVisit(sheet: Sheet): PrintDefinition {
  const input = shortReturnVisits(coverage)
  const rows = (input.rows ?? []).map((row) => ({
    record: { ...row.record, number: sheet.number },
    version: sheet.version,
  }))
  return returnVisitSheetForm({ ...input, sheet, rows })
}

/** Forms that are signed by hand. A new one joins by one line. */
export const SIGNED_FORMS: readonly SignedForm[] = [
  {
    form: 'complaintVisit',
    letters: 'TS',
    make: (sheet) => complaintVisitForm({ ...typicalSample(coverage), sheet }),
  },
  {
    form: 'complaintReceipt',
    letters: 'TS',
    make: (sheet) => complaintReceiptForm({ ...typicalReceipt(coverage), sheet }),
  },
  { form: 'lostClaim', letters: 'SW', make: (sheet) => lostClaimForm({ ...typicalLost(coverage), sheet }) },
  {
    form: 'incidentReport',
    letters: 'SG',
    make: (sheet) => incidentReportForm({ ...typicalIncident(coverage), sheet }),
  },
  {
    form: 'customerIncident',
    letters: 'SG',
    make: (sheet) => customerIncidentForm({ ...typicalCustomer(coverage), sheet }),
  },
  {
    form: 'visitRecord',
    letters: 'FW',
    make: (sheet) => visitRecordForm({ ...typicalVisit(coverage), sheet }),
  },
  { form: 'returnVisitSheet', letters: 'HF', make: oneReturnVisit },
]

/** A printed record: the form, and what each page's code must say. */
export interface PrintedRecord {
  form: FormName
  code: ReadSheetCode
  definition: PrintDefinition
}

/** So many records of all forms in turn, numbered, printed once to four times. */
export function mixedRecords(count: number): PrintedRecord[] {
  return Array.from({ length: count }, (_, at) => {
    const signed = SIGNED_FORMS[at % SIGNED_FORMS.length]
    if (!signed) throw new Error('no forms')
    const { form, letters, make } = signed
    const number = `客服-${letters}-2026-${String(at * 37 + 1).padStart(4, '0')}`
    const version = 1 + (at % 4)
    const code = parsePicturedCode(encodeSheetCode({ number, version, form: forms[form].code }))
    if (!code) throw new Error(`no code for ${number}`)
    return { form, code, definition: make(sampleSheet(coverage, number, version)) }
  })
}
