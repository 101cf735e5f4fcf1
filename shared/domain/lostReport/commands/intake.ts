import { msOf } from '../../../util/civilTime'
import { accept, type Result, refuse } from '../../../util/result'
import { allObjections, type Objection, requirePast, requireText } from '../../register/objections'
import { objectionToPerson, tidyPerson } from '../../register/person'
import type { GivenNumber, RuleContext } from '../../register/types'
import type { LostReport, LostReportIntake } from '../types'
import { advance, begin, objectionTo } from './lifecycle'

/**
 * 寻物登记. Refusals: `person.*` beside `owner.…`, `lostReport.itemRequired`, `lostReport.windowReversed`, `time.*`.
 */
export function register(
  input: { given: GivenNumber; intake: LostReportIntake; receivedBy: string },
  ctx: RuleContext,
): Result<LostReport> {
  const objection = objectionTo('register', null, ctx) ?? objectionToIntake(input.intake, ctx)
  if (objection) return objection
  const fields = {
    register: 'lostReport' as const,
    receivedBy: input.receivedBy.trim() || ctx.actor.name,
    intake: tidy(input.intake),
    ending: null,
  }
  return accept(begin('register', 'open', input.given, fields, ctx))
}

/** Corrects or completes what was taken in. Refusals: those of `register`, `lostReport.registeredAtFixed`. */
export function amendIntake(
  record: LostReport,
  { intake }: { intake: LostReportIntake },
  ctx: RuleContext,
): Result<LostReport> {
  const objection = allObjections(
    objectionTo('amendIntake', record, ctx),
    objectionToIntake(intake, ctx),
    msOf(intake.registeredAt) === msOf(record.intake.registeredAt)
      ? null
      : refuse('lostReport.registeredAtFixed', 'registeredAt'),
  )
  if (objection) return objection
  return accept(advance(record, { command: 'amendIntake', fields: { intake: tidy(intake) } }, ctx))
}

/** What speaks against an intake; see `register`. */
export function objectionToIntake(intake: LostReportIntake, ctx: RuleContext): Objection {
  const { lostFrom, lostUntil, registeredAt } = intake
  return allObjections(
    requirePast(registeredAt, 'registeredAt', ctx),
    objectionToPerson(intake.owner, 'owner'),
    requireText(intake.item, 'lostReport.itemRequired', 'item'),
    lostFrom === null ? null : requirePast(lostFrom, 'lostFrom', ctx),
    lostUntil === null ? null : requirePast(lostUntil, 'lostUntil', ctx),
    lostFrom !== null && lostUntil !== null && lostFrom > lostUntil
      ? refuse('lostReport.windowReversed', 'lostUntil')
      : null,
  )
}

/** The owner's own words of the thing stay as they were said; the rest loses stray spaces. */
function tidy(intake: LostReportIntake): LostReportIntake {
  return {
    ...intake,
    owner: tidyPerson(intake.owner),
    item: intake.item.trim(),
    places: intake.places.trim(),
    remarks: intake.remarks.trim(),
  }
}
