import { may } from '../office/permissions'
import type { Role } from '../office/types'
import type { Correction } from './types'

/** Who reads. */
interface Reader {
  userId: string
  role: Role
}

/**
 * Whether somebody reads what a 更正单 says: one of an incident supervisor, director, and whoever asked for it. The
 * incident may be 限阅, or become so later (domain 7); its 更正单 would tell what the incident no longer does.
 */
export function mayRead(
  { target, requestedByUserId }: Pick<Correction, 'target' | 'requestedByUserId'>,
  reader: Reader,
): boolean {
  return (
    target.table !== 'incidents' ||
    may(reader.role, 'record.verify') ||
    (reader.role === 'clerk' && reader.userId === requestedByUserId)
  )
}

/** The record as this reader may see it: all of it, or number, state, month and the number it is about. */
export function readableBy(record: Correction, reader: Reader): Correction {
  if (mayRead(record, reader)) return record
  return {
    ...record,
    createdBy: '',
    requestedBy: '',
    requestedByUserId: '',
    changes: [],
    reason: '',
    verification: record.verification && { ...record.verification, words: '' },
    approval: record.approval && { ...record.approval, words: '' },
    void: record.void && { reason: '', at: record.void.at, by: '' },
    prints: {},
    attachmentIds: [],
    steps: [],
  }
}
