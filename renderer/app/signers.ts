import type { RegisterTable } from '../data'
import { COMPLAINT_PRINTING } from '../features/complaints/print/printing'
import { CORRECTION_PRINTING } from '../features/corrections/print/printing'
import { INCIDENT_PRINTING } from '../features/incidents/print/printing'
import { MONTH_PRINTING } from '../features/visits/month/printing'
import { RETURN_VISIT_PRINTING } from '../features/visits/returnVisit/printing'
import { VISIT_PRINTING } from '../features/visits/visit/printing'
import type { SignerOf } from '../features/scans/signers'
import type { RegisterPrinting } from '../register/print/definition'

/** What each register prints, for whoever signs its forms: one line a register. */
const PRINTING: { [K in RegisterTable]?: RegisterPrinting<K> } = {
  complaints: COMPLAINT_PRINTING,
  visits: VISIT_PRINTING,
  visitMonths: MONTH_PRINTING,
  returnVisits: RETURN_VISIT_PRINTING,
  corrections: CORRECTION_PRINTING,
  incidents: INCIDENT_PRINTING,
}

/** Whose signature a form of a record bears; '' where nobody is known. */
export const signerOf: SignerOf = ({ table, record }, form) => {
  // The printing of the table that the record was read from, which the compiler cannot follow.
  const forms = PRINTING[table]?.forms as RegisterPrinting<typeof table>['forms'] | undefined
  return forms?.find((one) => one.form === form)?.signer(record) ?? ''
}
