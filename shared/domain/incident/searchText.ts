import { type SearchParts, searchText } from '../../util/searchText'
import { INCIDENT_FIELDS } from './fields'
import { INCIDENT_KIND_WORDS } from './kindWords'
import type { Incident } from './types'

/**
 * What an incident is found by (domain 10): number, type, people, and the words of the record. Never 伤情, no ids, no
 * reasons of voiding or striking; of a 限阅 record number and type alone (domain 7, 13).
 */
export function incidentSearchParts(record: Incident): SearchParts {
  const { number, report, restricted, state } = record
  const kind = state === 'reserved' ? '' : INCIDENT_KIND_WORDS[report.kind]
  if (restricted) return { names: [], texts: [number, kind] }
  const people = [...record.parties, ...record.witnesses].map(({ person }) => person)
  return {
    names: people.map(({ name }) => name),
    texts: [
      number,
      kind,
      report.place,
      ...people.flatMap(({ phone, unitCode }) => [phone, unitCode]),
      report.origin,
      report.course,
      report.measures,
      report.result,
      report.prevention,
      ...record.timeline.filter(({ struck }) => !struck).map(({ text }) => text),
      ...record.losses.map(({ item }) => item),
      ...record.calls.map(({ receipt }) => receipt),
      ...writtenDetails(record),
      ...record.supplements.map(({ text }) => text),
    ],
  }
}

/** The folded search text with pinyin. Needs `loadPinyin`. */
export function incidentSearchText(record: Incident): string {
  return searchText(incidentSearchParts(record))
}

/** What was written by hand in the own fields of the type: no moments, no options. */
function writtenDetails({ report, details }: Pick<Incident, 'report' | 'details'>): string[] {
  return INCIDENT_FIELDS[report.kind]
    .filter(({ type }) => type === 'text' || type === 'long')
    .map(({ id }) => String(details[id] ?? ''))
}
