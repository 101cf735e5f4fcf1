import type { Finding } from '../../../../shared/domain/month/check'
import { isRegisterTable } from '../../../data'

/** Records without a life of steps that have a screen of their own too. */
const OTHERS: ReadonlySet<string> = new Set(['shelfCounts'])

/** Where a record behind a line is opened; null for what is no record, such as a number that is missing. */
export function recordRoute({ table, id }: Pick<Finding, 'table' | 'id'>): string | null {
  if (id === '') return null
  return isRegisterTable(table) || OTHERS.has(table) ? `/${table}/${id}` : null
}
