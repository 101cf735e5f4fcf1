import type { ZodType } from 'zod'
import type { CorrectionBasis } from '../../../shared/domain/correction/commands'
import { heldOf } from '../../../shared/domain/correction/held'
import {
  type CorrectableRows,
  type CorrectableTable,
  correctableOf,
} from '../../../shared/domain/correction/registers'
import type { MonthFacts } from '../../../shared/domain/month/facts'
import { monthsTouched } from '../../../shared/domain/month/lock'
import type { Correctable } from '../../../shared/domain/register/correctable'
import type { PersonRef } from '../../../shared/domain/register/person'
import { complaintSchema } from '../../../shared/schema/complaint'
import { incidentSchema } from '../../../shared/schema/incident'
import { lostItemSchema } from '../../../shared/schema/lostItem'
import { lostReportSchema } from '../../../shared/schema/lostReport'
import { returnVisitSchema, visitSchema } from '../../../shared/schema/visit'
import type { MonthId } from '../../../shared/util/months'
import { valueAt, withValueAt } from '../../../shared/util/paths'
import { accept, type Result, refuse } from '../../../shared/util/result'
import type { CommandTx } from '../core/commandTx'
import { traitsOf } from '../core/rowTraits'
import { facetRange } from '../queries/ranges'
import { withUnit } from './recordCommand'

/** A record that a 更正单 can put right, whatever its register. */
export type Row = CorrectableRows[CorrectableTable]

/** What a stored row has to be: one line a register. */
const SCHEMAS: { [K in CorrectableTable]: ZodType<CorrectableRows[K]> } = {
  complaints: complaintSchema,
  lostItems: lostItemSchema,
  lostReports: lostReportSchema,
  incidents: incidentSchema,
  visits: visitSchema,
  returnVisits: returnVisitSchema,
}

/** The record with what a decision over a 更正单 has to know; see `CorrectionBasis`. */
export async function basisOf(
  tx: CommandTx,
  table: CorrectableTable,
  record: Row,
): Promise<CorrectionBasis<Row>> {
  const facts = traitsOf(table).month as unknown as MonthFacts<Row>
  const locked = new Set<MonthId>()
  for (const month of monthsTouched(facts, record, record)) {
    if ((await tx.get('monthReviews', month))?.state === 'approved') locked.add(month)
  }
  const asked = await tx.listed('corrections', facetRange(`#target:${record.id}`))
  const open = asked.find(({ state }) => state === 'requested' || state === 'verified')
  return {
    table,
    record,
    // A row and its table belong together; the compiler sees only that both are one of several.
    correctable: correctableOf(table) as unknown as Correctable<Row>,
    held: heldOf(facts, record, (month) => locked.has(month)),
    openNumber: open?.number ?? null,
  }
}

/** Refusal `correction.invalid` beside the field for a row that could not be read back. */
export function asStored(table: CorrectableTable, row: Row): Result<Row> {
  const parsed = SCHEMAS[table].safeParse(row)
  if (parsed.success) return accept(row)
  return refuse('correction.invalid', parsed.error.issues[0]?.path.join('.'))
}

/** A 房号 that was corrected to a registered unit's is that unit. For commands that name `units`. */
export async function withUnits<R extends Row>(
  tx: CommandTx,
  row: R,
  changes: readonly { path: string }[],
): Promise<R> {
  let next = row
  for (const { path } of changes.filter((change) => change.path.endsWith('.unitCode'))) {
    const at = path.slice(0, -'.unitCode'.length)
    // Wherever a 房号 stands, it stands in a `PersonRef`.
    next = withValueAt(next, at, await withUnit(tx, valueAt(next, at) as PersonRef))
  }
  return next
}
