import { may } from '../office/permissions'
import type { Role } from '../office/types'
import { emptyReport, nothingSaid } from './blank'
import { CUSTOMER_FORM } from './paper'
import type { Incident } from './types'

/** Who reads. */
export interface Reader {
  userId: string
  role: Role
}

/** Whoever reports, until the report is submitted: again when it came back for revision. */
function isWriting(
  { reportedByUserId, state }: Pick<Incident, 'reportedByUserId' | 'state'>,
  reader: Reader,
) {
  return reader.userId === reportedByUserId && (state === 'handling' || state === 'reserved')
}

/** Whether somebody reads the content of a record: a 限阅 one supervisor, director, and the reporter till submission (domain 7). */
export function mayRead(
  record: Pick<Incident, 'restricted' | 'reportedByUserId' | 'state'>,
  reader: Reader,
): boolean {
  return !record.restricted || may(reader.role, 'record.verify') || isWriting(record, reader)
}

/** Whether somebody sees 伤情: supervisor, director, and the reporter till submission (domain 7, 13). */
export function mayReadInjuries(
  record: Pick<Incident, 'reportedByUserId' | 'state'>,
  reader: Reader,
): boolean {
  return may(reader.role, 'record.verify') || isWriting(record, reader)
}

/**
 * The record as this reader may see it: all of it; without 伤情; or, of a 限阅 one, number, type, state and what is due
 * alone. The same object where nothing is hidden.
 */
export function readableBy(record: Incident, reader: Reader): Incident {
  if (!mayRead(record, reader)) return withheld(record)
  if (mayReadInjuries(record, reader)) return record
  const { [CUSTOMER_FORM]: _withheld, ...prints } = record.prints
  return { ...record, injuries: [], prints }
}

function withheld(record: Incident): Incident {
  const { createdAt, report } = record
  return {
    ...record,
    createdBy: '',
    reportedBy: '',
    reportedByUserId: '',
    prints: {},
    links: [],
    attachmentIds: [],
    report: { ...emptyReport(createdAt), kind: report.kind },
    ...nothingSaid(),
    void: record.void && { reason: '', at: record.void.at, by: '' },
    steps: [],
  }
}
