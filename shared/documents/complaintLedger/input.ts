import type { Complaint } from '../../domain/complaint/types'
import type { Printing } from '../layout/frame'
import type { ListHead } from '../layout/list'

/** What of a complaint the ledger reads: phones are not on it. */
export type ComplaintOnLedger = Pick<
  Complaint,
  | 'number'
  | 'state'
  | 'intake'
  | 'judgement'
  | 'handling'
  | 'suspension'
  | 'returnVisits'
  | 'unreachable'
  | 'links'
  | 'void'
>

export interface ComplaintLedgerInput extends ListHead {
  sheet: Printing
  /** In the order in which they are listed; null prints a blank page for the hand. */
  rows: readonly ComplaintOnLedger[] | null
}
