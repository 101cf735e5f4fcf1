import { listOrder } from '../register/listOrder'
import type { MonthReview } from './types'

/** `open` or `ended`, `state:<state>`. */
export function listFacets({ state }: MonthReview): string[] {
  return [state === 'approved' ? 'ended' : 'open', `state:${state}`]
}

/** Months that wait first, by what is due; then the latest signed first. */
export function sortKey(record: MonthReview): string {
  return listOrder(record, record.state === 'approved' ? (record.approval?.at ?? record.updatedAt) : null)
}
