import type { DisputedField } from '../../domain/dispute/types'
import type { OfficeRules } from '../../domain/register/types'
import type { SyncTable } from '../travel'
import type { Row } from '../wire'
import { ordered, valueOf, withValue } from './edits'
import { isListRule, patternOf, ruleAt } from './plan'
import { MERGE_PLANS } from './plans'
import { settled } from './settled'
import { itemOf } from './values'

/** Whether the fields of a dispute are chosen one by one, or go with the others of their kind. */
export type ChoiceUnit = 'plain' | 'together'

/** How a disputed field is chosen: all that are `together` are chosen together (issue "Conflicts"). */
export function choiceUnitOf(table: SyncTable, path: string): ChoiceUnit {
  const plan = MERGE_PLANS[table]
  const rule = ruleAt(plan, patternOf(plan, path))
  const unit = isListRule(rule) ? rule.unit : rule
  return unit === 'plain' || unit === 'whole' ? 'plain' : 'together'
}

/** The paths that go with a chosen one, itself among them. */
export function chosenWith(table: SyncTable, fields: readonly DisputedField[], path: string): string[] {
  if (choiceUnitOf(table, path) === 'plain') return [path]
  return fields.map((field) => field.path).filter((other) => choiceUnitOf(table, other) === 'together')
}

/**
 * The record with what was chosen of the version that waits, and what follows from it by itself; revision and moment are
 * the caller's. `row` is the record as it stands now, which may have gone on since.
 */
export function withChosen(
  table: SyncTable,
  row: Row,
  fields: readonly DisputedField[],
  chosen: readonly string[],
  settings: OfficeRules,
): Row {
  const plan = MERGE_PLANS[table]
  let next = row
  for (const { path, waiting } of fields) {
    if (chosen.includes(path)) next = withValue(next, path, waiting ?? nothingAt(path, row, table), plan)
  }
  return settled(table, ordered(next, { base: row, ours: next, server: row }, plan), settings)
}

/** What stands where the waiting version has nothing: no item of a list, no key of ours, else null. */
function nothingAt(path: string, row: Row, table: SyncTable): null | undefined {
  const steps = path.split('.')
  const item = itemOf(steps.at(-1) ?? '') !== null
  const ofCodes = Object.hasOwn(MERGE_PLANS[table].fields, [...steps.slice(0, -1), '*'].join('.'))
  const absent = valueOf(row, path, MERGE_PLANS[table]) === undefined
  return item || ofCodes || absent ? undefined : null
}
