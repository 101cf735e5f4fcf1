import { awaitingSignature } from './paper'
import type { VisitMonth } from './types'

/** Later than any deadline: months that wait for nothing come last. */
const NEVER = '9999-12-31T23:59:59.999Z'

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
  return `${duty?.dueAt ?? NEVER}|${id}`
}
