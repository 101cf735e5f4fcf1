import { dueOrder } from '../register/listOrder'
import { awaitingSignature } from './paper'
import type { VisitMonth } from './types'

/** `open` while it waits for 接待员意见 or 访问总结, `state:<state>`, `awaiting` (待签). */
export function listFacets(record: VisitMonth): string[] {
  return [
    record.duty ? 'open' : 'ended',
    `state:${record.state}`,
    ...(awaitingSignature(record) ? ['awaiting'] : []),
  ]
}

/** What is due next first, then by month. */
export function sortKey({ duty, id }: VisitMonth): string {
  return dueOrder(duty?.dueAt, id)
}
