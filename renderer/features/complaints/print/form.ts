import { RECEIPT_FORM, VISIT_FORM } from '../../../../shared/domain/complaint'
import type { FormName } from '../../../../shared/documents/registry'

/** The forms of a complaint, under whose names its print versions are kept; Ctrl+P prints the first. */
export const COMPLAINT_FORMS = [VISIT_FORM, RECEIPT_FORM] as const satisfies readonly FormName[]
export type ComplaintForm = (typeof COMPLAINT_FORMS)[number]

/** Whether a form's key is one of a complaint's. */
export function isComplaintForm(form: string): form is ComplaintForm {
  return (COMPLAINT_FORMS as readonly string[]).includes(form)
}
