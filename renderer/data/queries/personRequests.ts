import type { PersonRequest } from '../../../shared/domain/privacy/types'
import type { DeskDatabase } from '../core/database'
import { facetRange, listRange } from './ranges'
import { asRead, readerMay } from './reading'

/** More are never open at once in one office. */
const MOST_OPEN = 1000

/** 个人信息请求 that wait for their answer, the first due first; none for who may not answer (`privacy.answer`). */
export async function openRequests(db: DeskDatabase): Promise<PersonRequest[]> {
  if (!readerMay(db, 'privacy.answer')) return []
  return listRange(db, 'personRequests', facetRange('open'), MOST_OPEN)
}

/** All of them: those that wait by the day of their answer, then those that were answered, the newest first. */
export async function allRequests(db: DeskDatabase): Promise<PersonRequest[]> {
  if (!readerMay(db, 'privacy.answer')) return []
  const rows = (await db.of('personRequests').toArray()).map((row) => asRead(db, 'personRequests', row))
  const answered = rows.filter(({ answer }) => answer !== null)
  const waiting = rows.filter(({ answer }) => answer === null)
  return [
    ...waiting.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1)),
    ...answered.toSorted((a, b) => ((a.answer?.at ?? '') < (b.answer?.at ?? '') ? 1 : -1)),
  ]
}
