import type { AuditDetail } from '../../../shared/domain/audit/types'
import type { Instant } from '../../../shared/util/instant'

type Change = AuditDetail['changes'][number]

/** The highest number given in a series, `TS|2026|`. */
export interface SeriesEnd {
  id: string
  last: number
}

/** What is remembered of the restore that this database came from. */
export interface RestoredMark {
  at: Instant
  /** The backup: its file, when it was made, and its newest record. */
  from: { name: string; madeAt: Instant; newestAt: Instant }
  /** Highest numbers as they came with it: paper may bear higher ones. */
  numbers: SeriesEnd[]
  /** When somebody said which numbers paper bears; null until then (domain 2). */
  answeredAt: Instant | null
}

/**
 * A series that goes on behind a number, as the chain keeps it: no record tells of it, so that a recovery would
 * otherwise give the same numbers again.
 */
export function numberChange({ id, last }: SeriesEnd, before: number | null): Change {
  return { table: 'numbers', id, fields: [{ path: 'last', before, after: last }] }
}

/** The series that an entry notes. */
export function numbersIn(detail: AuditDetail | null): SeriesEnd[] {
  const noted = detail?.changes.filter(({ table }) => table === 'numbers') ?? []
  return noted.flatMap(({ id, fields: [field] }) =>
    typeof field?.after === 'number' ? [{ id, last: field.after }] : [],
  )
}

/** The restore as the chain keeps it, so that its question is still asked after a recovery. */
export function restoredChange(mark: RestoredMark): Change {
  return { table: 'meta', id: 'restored', fields: [{ path: 'value', before: null, after: mark }] }
}

/** The restore that an entry notes, or null. */
export function restoredIn(detail: AuditDetail | null): RestoredMark | null {
  const noted = detail?.changes.find(({ table, id }) => table === 'meta' && id === 'restored')
  const mark = noted?.fields[0]?.after
  return typeof mark === 'object' && mark !== null ? (mark as RestoredMark) : null
}
