import type { Correction } from '../../../shared/domain/correction/types'
import { reasonOf } from '../../../shared/domain/correction/month'
import type { Incident } from '../../../shared/domain/incident/types'
import { begunWithin, isOpenAt } from '../../../shared/domain/month/facts'
import { judgedAt } from '../../../shared/domain/month/finding'
import type { MonthRows, MonthView } from '../../../shared/domain/month/view'
import type {
  OpenMatter,
  ReportedCorrection,
  ReportedIncident,
  ReportFacts,
} from '../../../shared/domain/monthReview/reportFacts'
import { isWithin } from '../../../shared/util/months'
import { FLOWING, factsOf } from './monthView'

/** What the 月报 lists of a span (domain 12): open matters of all registers, its incidents and 更正单, by their numbers. */
export function reportFacts(view: MonthView): ReportFacts {
  const incidents = view
    .rowsOf('incidents')
    .filter((row) => row.void === null && begunWithin(factsOf('incidents'), row, view.span))
  const corrections = view.rowsOf('corrections').filter((row) => concerns(row, view))
  return {
    open: FLOWING.flatMap((table) => openOf(view, table)).toSorted(worstFirst),
    incidents: incidents.map(incidentOf).toSorted(byNumber),
    corrections: corrections.map(correctionOf).toSorted(byNumber),
  }
}

function openOf<K extends (typeof FLOWING)[number]>(view: MonthView, table: K): OpenMatter[] {
  const facts = factsOf(table)
  const at = judgedAt(view)
  const rows = view.rowsOf(table).filter((row) => isOpenAt(facts, row, at))
  return rows.map((row) => {
    const [since, endedAt] = [facts.begunAt(row) ?? row.createdAt, facts.endedAt(row)]
    return matterOf(table, row, { since, endedAt }, at)
  })
}

function matterOf(
  table: string,
  { number, state, duty }: MonthRows[(typeof FLOWING)[number]],
  spanned: Pick<OpenMatter, 'since' | 'endedAt'>,
  at: string,
): OpenMatter {
  const dueAt = duty?.dueAt ?? null
  return {
    table,
    number,
    state,
    ...spanned,
    duty: duty?.kind ?? '',
    dueAt,
    overdue: dueAt !== null && dueAt < at,
  }
}

function incidentOf({ number, report, restricted, state }: Incident): ReportedIncident {
  const { kind, occurredAt, severity, prevention } = report
  const hasPrevention = prevention.trim() !== ''
  if (!restricted) return { number, kind, restricted, occurredAt, severity, state, hasPrevention }
  return { number, kind, restricted, occurredAt: null, severity: null, state: null, hasPrevention }
}

/** Asked for or carried out in the month. */
function concerns({ createdAt, appliedAt, void: voided }: Correction, { span }: MonthView): boolean {
  return voided === null && (isWithin(createdAt, span) || isWithin(appliedAt, span))
}

function correctionOf(row: Correction): ReportedCorrection {
  const { number, target, month, state, voids, appliedAt } = row
  return { number, target: target.number, month, state, voids, reason: reasonOf(row), appliedAt }
}

function byNumber(a: { number: string }, b: { number: string }): number {
  return a.number < b.number ? -1 : 1
}

/** Overdue ones first, then by when they are due; those without a date last. */
function worstFirst(a: OpenMatter, b: OpenMatter): number {
  const [one, other] = [a, b].map(({ overdue, dueAt, since }) => `${overdue ? 0 : 1}${dueAt ?? `9${since}`}`)
  return (one ?? '') < (other ?? '') ? -1 : 1
}
