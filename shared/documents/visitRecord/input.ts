import { isBlankSheet } from '../../domain/visit/paper'
import type { Visit } from '../../domain/visit/types'
import type { Sheet } from '../layout/frame'

/**
 * What goes on the paper. Fields that are missing print as empty ruled cells, so `{}` is the blank form. 私密记录 are no
 * field of a visit, and so never here (domain 8).
 */
export type VisitOnPaper = Partial<Pick<Visit, 'plan' | 'findings' | 'feedback' | 'opinion' | 'void'>>

export interface VisitRecordInput {
  sheet: Sheet
  visit: VisitOnPaper
}

/** What the sheet is drawn from: a number on which nothing was ever written prints the blank form for the hand. */
export function onPaper({ sheet, visit }: VisitRecordInput): VisitRecordInput {
  const { plan, void: voided = null } = visit
  return { sheet, visit: plan && isBlankSheet({ plan }) ? { void: voided } : visit }
}
