import { NO_PERSON, tidyPerson } from '../../../../shared/domain/register/person'
import type { ReturnVisitEntry } from '../../../../shared/domain/returnVisit/types'
import { shownPerson } from '../whom'

/** What the form of a return visit holds. */
export interface ReturnVisitValues extends Omit<ReturnVisitEntry, 'visitedAt'> {
  visitedAt: string | null
  /** Of a 季度回访 that asked for it; '' else. */
  round: string
  targetId: string
}

/**
 * An empty form: a free one by phone, now, by who is signed in. 用户满意度 is not chosen: nobody is taken for satisfied
 * before they were asked.
 */
export function blankReturnVisit(
  now: string | null,
  visitedBy: string,
): Omit<ReturnVisitValues, 'satisfaction'> {
  return {
    person: NO_PERSON,
    source: { kind: 'free', recordId: null, number: '' },
    visitedAt: now,
    way: 'phone',
    content: '',
    visitedBy,
    round: '',
    targetId: '',
  }
}

/** The form of a return visit that is corrected. */
export function returnVisitValues(entry: ReturnVisitEntry): ReturnVisitValues {
  return { ...entry, person: shownPerson(entry.person), round: '', targetId: '' }
}

/** What the commands take. A number that was typed over the one that was brought is another record's. */
export function entryFrom(
  values: ReturnVisitValues,
  now: string,
  brought?: ReturnVisitEntry['source'],
): ReturnVisitEntry {
  const { round: _round, targetId: _target, ...entry } = values
  const { kind, number } = entry.source
  const same = brought !== undefined && brought.kind === kind && brought.number === number.trim()
  return {
    ...entry,
    person: tidyPerson(entry.person),
    source: { kind, number: number.trim(), recordId: same ? brought.recordId : null },
    visitedAt: entry.visitedAt ?? now,
  }
}

export function draftWords({ person, content }: ReturnVisitValues): string {
  return [person.unitCode, person.name, content.slice(0, 20)].filter(Boolean).join(' ')
}
