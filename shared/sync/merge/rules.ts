import { objectionToDone } from '../../domain/complaint/commands/handling'
import { missingForClosing as missingOfComplaint } from '../../domain/complaint/commands/requirements'
import type { Complaint } from '../../domain/complaint/types'
import { correctableOf, type CorrectableRows, isCorrectableTable } from '../../domain/correction/registers'
import { missingForSubmission } from '../../domain/incident/commands/review'
import type { Incident } from '../../domain/incident/types'
import { undecided } from '../../domain/monthReview/signing'
import { unread } from '../../domain/monthReview/spotCheck'
import type { MonthReview } from '../../domain/monthReview/types'
import { allObjections, type Objection } from '../../domain/register/objections'
import type { OfficeRules, RuleContext } from '../../domain/register/types'
import { missingForClosing as missingOfVisit, objectionToVisit } from '../../domain/visit/commands'
import type { Visit } from '../../domain/visit/types'
import { refuse } from '../../util/result'
import type { SyncTable } from '../travel'
import type { Row } from '../wire'

/** What a record that came so far must say, beside what its fields say of each other. */
interface Standing {
  complaints: Complaint
  incidents: Incident
  visits: Visit
  monthReviews: MonthReview
}

const SUBMITTED: ReadonlySet<string> = new Set(['submitted', 'verified', 'approved', 'archived'])

const STANDING: { [K in keyof Standing]: (record: Standing[K], ctx: RuleContext) => Objection } = {
  complaints: (record) =>
    allObjections(
      record.state === 'handled' && record.handling ? objectionToDone(record.handling) : null,
      record.state === 'closed' ? firstMissing(missingOfComplaint(record)) : null,
    ),
  incidents: (record) => (SUBMITTED.has(record.state) ? firstMissing(missingForSubmission(record)) : null),
  visits: (record, ctx) =>
    allObjections(
      record.findings ? objectionToVisit({ ...record, findings: record.findings }, ctx) : null,
      record.state === 'closed' ? firstMissing(missingOfVisit(record)) : null,
    ),
  monthReviews: (record) =>
    allObjections(
      record.review && unread(record.sample) ? refuse('monthReview.sampleOpen') : null,
      record.state === 'approved' && undecided(record).length > 0 ? refuse('monthReview.undecided') : null,
    ),
}

function firstMissing([missing]: readonly { key: string; field: string }[]): Objection {
  return missing ? refuse(missing.key, missing.field) : null
}

/**
 * What speaks against a row that was made of two versions, by the rules of its register (issue "Conflicts": "the same
 * domain rules as a command"): what its command would have refused. What one of the versions says already is no fault of
 * the merge, and must not stand in its way. No clock is asked: a row may say what happened until it was written.
 */
export function objectionToMerged(
  table: SyncTable,
  row: Row,
  versions: readonly Row[],
  settings: OfficeRules,
): Objection {
  const objection = objectionTo(table, row, settings)
  if (!objection) return null
  const known = versions.map((version) => objectionTo(table, version, settings)?.refusal.key)
  return known.includes(objection.refusal.key) ? null : objection
}

function objectionTo(table: SyncTable, row: Row, settings: OfficeRules): Objection {
  // What was erased, voided or only has its number says nothing that could be wrong.
  if (row['erased'] || row['void'] || row['state'] === 'reserved') return null
  const ctx = contextOf(row, settings)
  return allObjections(
    isCorrectableTable(table) ? contentOf(table, row, ctx) : null,
    Object.hasOwn(STANDING, table) ? standingOf(table as keyof Standing, row, ctx) : null,
  )
}

function contentOf<K extends keyof CorrectableRows>(table: K, row: Row, ctx: RuleContext): Objection {
  return correctableOf(table).objection?.(row as unknown as CorrectableRows[K], ctx) ?? null
}

function standingOf<K extends keyof Standing>(table: K, row: Row, ctx: RuleContext): Objection {
  return STANDING[table](row as unknown as Standing[K], ctx)
}

/** Nobody's command, at the moment at which the row was written. */
function contextOf({ updatedAt }: Row, settings: OfficeRules): RuleContext {
  return {
    now: typeof updatedAt === 'string' ? updatedAt : '',
    actor: { userId: '', name: '?', role: 'viewer' },
    newId: () => '',
    settings,
  }
}
