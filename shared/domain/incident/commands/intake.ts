import { accept, type Result, refuse } from '../../../util/result'
import { withLink } from '../../register/links'
import { allObjections, type Objection, requirePast, requireText } from '../../register/objections'
import { isNobody, objectionToPhone, tidyPerson } from '../../register/person'
import type { GivenNumber, PrintState, RecordLink, RuleContext } from '../../register/types'
import { emptyReport, nothingSaid } from '../blank'
import { contentDigest } from '../content'
import { INCIDENT_FORM } from '../paper'
import type { Incident, IncidentReport, Party } from '../types'
import { advance, begin, objectionTo } from './lifecycle'

/** 当事人 without the id that they get. */
export type PartyInput = Omit<Party, 'id'>

/** What is known at the first moment: type, place, time; all else later (domain 7). */
export interface RegisterIncidentInput {
  given: GivenNumber
  report: IncidentReport
  /** 报告人; '' means the person who is signed in. */
  reportedBy: string
  parties: readonly PartyInput[]
  /** The complaint that it came from. */
  from?: RecordLink
}

/**
 * 处置中: an event is happening. Refusals: `incident.placeRequired`, `time.*` beside `occurredAt`,
 * `person.phoneInvalid`.
 */
export function register(input: RegisterIncidentInput, ctx: RuleContext): Result<Incident> {
  const { given, report, from } = input
  const objection = objectionTo('register', null, ctx) ?? objectionToStart(report, input.parties, ctx)
  if (objection) return objection
  const parties = partiesOf(input.parties, ctx)
  const fields = {
    ...nothing(ctx),
    report: tidyReport(report),
    parties,
    reportedBy: input.reportedBy.trim() || ctx.actor.name,
  }
  const record = begin('register', 'handling', given, fields, ctx)
  return accept(from ? { ...record, links: withLink(record.links, from) } : record)
}

/** 留号: a number for a blank 《事故报告》 that is filled in away from the desk (forms, "On every form"). */
export function reserve(input: { given: GivenNumber }, ctx: RuleContext): Result<Incident> {
  const objection = objectionTo('reserve', null, ctx)
  return objection ?? accept(begin('reserve', 'reserved', input.given, nothing(ctx), ctx))
}

export type FillInInput = Omit<RegisterIncidentInput, 'given' | 'from'>

/**
 * 补录: the reserved record becomes 处置中 with what stands on the sheet; the reporter is whoever fills it in.
 * Refusals: those of `register`.
 */
export function fillIn(record: Incident, input: FillInInput, ctx: RuleContext): Result<Incident> {
  const { report } = input
  const objection = objectionTo('fillIn', record, ctx) ?? objectionToStart(report, input.parties, ctx)
  if (objection) return objection
  const fields = {
    report: tidyReport(report),
    parties: partiesOf(input.parties, ctx),
    reportedBy: input.reportedBy.trim() || ctx.actor.name,
    reportedByUserId: ctx.actor.userId,
  }
  const prints = withSheetFilledIn({ ...record, ...fields })
  return accept(advance(record, { command: 'fillIn', to: 'handling', fields: { ...fields, prints } }, ctx))
}

/** What speaks against the place, the time and the words of a report. */
export function objectionToReport(report: IncidentReport, ctx: RuleContext): Objection {
  return allObjections(
    requirePast(report.occurredAt, 'occurredAt', ctx),
    requireText(report.place, 'incident.placeRequired', 'place'),
  )
}

/** A person who is written down has a name or something else; a phone is one. */
export function objectionToParties(parties: readonly PartyInput[]): Objection {
  return allObjections(
    ...parties.map(({ person, note }, index) => {
      const empty = isNobody(person) && note.trim() === ''
      const field = `parties.${index}`
      return empty ? refuse('incident.partyEmpty', `${field}.name`) : objectionToPhone(person, field)
    }),
  )
}

export function tidyReport(report: IncidentReport): IncidentReport {
  return {
    ...report,
    place: report.place.trim(),
    origin: report.origin.trim(),
    course: report.course.trim(),
    measures: report.measures.trim(),
    result: report.result.trim(),
    prevention: report.prevention.trim(),
  }
}

function objectionToStart(
  report: IncidentReport,
  parties: readonly PartyInput[],
  ctx: RuleContext,
): Objection {
  return allObjections(objectionToReport(report, ctx), objectionToParties(parties))
}

function partiesOf(parties: readonly PartyInput[], ctx: RuleContext): Party[] {
  return parties.map(({ role, person, note }) => ({
    id: ctx.newId(),
    role,
    person: tidyPerson(person),
    note: note.trim(),
  }))
}

/** The sheet on paper says by hand what the record says now: it has not been changed after printing. */
function withSheetFilledIn(record: Incident): Record<string, PrintState> {
  const print = record.prints[INCIDENT_FORM]
  if (!print) return record.prints
  return { ...record.prints, [INCIDENT_FORM]: { ...print, printedDigest: contentDigest(record) } }
}

/** A record as it begins: whoever takes the step reports it. */
function nothing(ctx: RuleContext) {
  return {
    ...nothingSaid(),
    register: 'incident' as const,
    reportedBy: '',
    reportedByUserId: ctx.actor.userId,
    report: emptyReport(ctx.now),
    restricted: false,
  }
}
