import { isBlankSheet } from '../../domain/complaint/paper'
import type { Complaint } from '../../domain/complaint/types'
import { formatCivil } from '../../util/civilTime'
import type { Instant } from '../../util/instant'
import type { Block } from '../definition'
import type { Sheet } from '../layout/frame'
import { innerWidth } from '../layout/grid'
import { choices } from '../layout/marks'

/**
 * What goes on the paper. Fields that are missing print as empty ruled cells, so `{}` is the blank form.
 * Fields of the record that paper never shows (internal notes, steps, other people's ids) are not here at all.
 */
export type ComplaintOnPaper = Partial<
  Pick<
    Complaint,
    | 'receivedBy'
    | 'intake'
    | 'others'
    | 'judgement'
    | 'handling'
    | 'suspension'
    | 'answers'
    | 'returnVisits'
    | 'verification'
    | 'summary'
    | 'closedAt'
    | 'closedBy'
    | 'escalatedAt'
    | 'escalatedBecause'
    | 'correctiveActionRef'
    | 'headOfficeReportedAt'
    | 'unreachable'
    | 'links'
    | 'void'
  >
>

export interface ComplaintVisitInput {
  sheet: Sheet
  complaint: ComplaintOnPaper
  /** Names of attachments (附件). */
  attachmentNames?: string[]
}

/**
 * What the sheet is drawn from: a number on which nothing was ever written (留号, or voided unused) prints the blank
 * form for the hand.
 */
export function onPaper(input: ComplaintVisitInput): ComplaintVisitInput {
  const { sheet, complaint } = input
  const { intake, void: voided = null } = complaint
  return intake && isBlankSheet({ intake }) ? { sheet, complaint: { void: voided } } : input
}

/** `2026-11-21 15:30`, '' for none: the cell stays empty for the hand. */
export function when(instant: Instant | null | undefined): string {
  return instant ? formatCivil(instant) : ''
}

/** All options of a list with tick boxes, the chosen one ticked, for a value cell of `span` columns after `from`. */
export function options<K extends string>(
  words: Record<K, string>,
  chosen: K | null | undefined,
  from: number,
  span: number,
): Block {
  const keys = Object.keys(words) as K[]
  return choices(
    keys.map((key) => ({ label: words[key], ticked: key === chosen })),
    innerWidth(from, span),
  )
}
