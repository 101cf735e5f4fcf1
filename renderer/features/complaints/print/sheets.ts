import { complaintVisitForm } from '../../../../shared/documents/complaintVisit/form'
import { complaintMissing } from '../../../../shared/documents/complaintVisit/texts'
import type { PrintDefinition } from '../../../../shared/documents/definition'
import type { Sheet } from '../../../../shared/documents/layout/frame'
import type { MissingText } from '../../../../shared/documents/missing'
import { contentDigest } from '../../../../shared/domain/complaint'
import { nextPrintVersion } from '../../../../shared/domain/complaint/commands'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import type { ComplaintForm } from './form'

/** What every sheet of a print says besides its record. */
export type SheetFacts = Omit<Sheet, 'number' | 'version'>

/** A record and what of other tables stands on its forms. */
export interface RecordOnPaper {
  record: Complaint
  attachmentNames: string[]
}

/** One sheet, and what its print is noted with. */
export interface DrawnSheet {
  definition: PrintDefinition
  /** Characters that no font has, by field. */
  missing: MissingText[]
  version: number
  digest: string
}

/** Draws a form of a record as its next print version. */
export function drawSheet(form: ComplaintForm, paper: RecordOnPaper, facts: SheetFacts): DrawnSheet {
  const { record, attachmentNames } = paper
  const version = nextPrintVersion(record, form)
  const input = { sheet: { ...facts, number: record.number, version }, complaint: record, attachmentNames }
  return {
    definition: complaintVisitForm(input),
    missing: complaintMissing(input),
    version,
    digest: contentDigest(record),
  }
}
