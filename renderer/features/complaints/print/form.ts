import type { FormName } from '../../../../shared/documents/registry'

/** The printed form of a complaint: 《投诉来访记录》. Under this name its print versions are kept. */
export const PRINT_FORM: FormName = 'complaintVisit'
