import { accept, type Result, refuse } from '../../util/result'
import { partiesOf } from '../complaint/complainants'
import type { Complaint, ReturnVisit as Attempt, VisitOutcome } from '../complaint/types'
import { withLink } from '../register/links'
import { isBefore } from '../register/moments'
import { allObjections, type Objection, requirePast, requireText } from '../register/objections'
import { isNobody, NO_PERSON, objectionToPhone, type PersonRef, tidyPerson } from '../register/person'
import type { GivenNumber, PrintState, RecordLink, RuleContext } from '../register/types'
import { returnVisitLife } from './lifecycle'
import { contentDigest, RETURN_VISIT_FORM } from './paper'
import type { ReturnVisitEntry, ReturnVisitRecord, Satisfaction } from './types'

/**
 * 回访登记. Refusals: `returnVisit.whomRequired`, `person.phoneInvalid`, `time.*`, `returnVisit.contentRequired`,
 * `returnVisit.sourceRequired`.
 * @param round `2026-Q4` where a 季度回访 asked for it, else ''.
 * @param source the record that it follows up, linked on both sides; null for a free one.
 */
export function register(
  given: GivenNumber,
  input: { entry: ReturnVisitEntry; round: string },
  source: RecordLink | null,
  ctx: RuleContext,
): Result<ReturnVisitRecord> {
  const { entry, round } = input
  const objection = returnVisitLife.objectionTo('register', null, ctx) ?? objectionToEntry(entry, ctx)
  if (objection) return objection
  const fields = { ...blank(), entry: tidy(entry, ctx), round }
  const made = returnVisitLife.begin('register', 'recorded', given, fields, ctx)
  return accept(source ? { ...made, links: [source] } : made)
}

/** 留号: a number for a blank row of 《回访工作记录表》. */
export function reserve(given: GivenNumber, ctx: RuleContext): Result<ReturnVisitRecord> {
  const objection = returnVisitLife.objectionTo('reserve', null, ctx)
  return objection ?? accept(returnVisitLife.begin('reserve', 'reserved', given, blank(), ctx))
}

/** 补录 of a row that was written by hand. Refusals: those of `register`, `returnVisit.beforeReservation`. */
export function fillIn(
  record: ReturnVisitRecord,
  { entry }: { entry: ReturnVisitEntry },
  ctx: RuleContext,
): Result<ReturnVisitRecord> {
  const objection = allObjections(
    returnVisitLife.objectionTo('fillIn', record, ctx),
    objectionToEntry(entry, ctx),
    isBefore(entry.visitedAt, record.createdAt) ? refuse('returnVisit.beforeReservation', 'visitedAt') : null,
  )
  if (objection) return objection
  const filled = { ...record, entry: tidy(entry, ctx) }
  const fields = { entry: filled.entry, prints: withSheetFilledIn(filled) }
  return accept(returnVisitLife.advance(record, { command: 'fillIn', to: 'recorded', fields }, ctx))
}

/** Corrects what was written; of one that a complaint wrote, the complaint is corrected. Refusals: those of `register`, `returnVisit.ofComplaint`. */
export function amend(
  record: ReturnVisitRecord,
  { entry }: { entry: ReturnVisitEntry },
  ctx: RuleContext,
): Result<ReturnVisitRecord> {
  const objection = allObjections(
    returnVisitLife.objectionTo('amend', record, ctx),
    record.attemptId === '' ? null : refuse('returnVisit.ofComplaint'),
    objectionToEntry(entry, ctx),
  )
  if (objection) return objection
  return accept(
    returnVisitLife.advance(record, { command: 'amend', fields: { entry: tidy(entry, ctx) } }, ctx),
  )
}

/** 满意 → A, 较满意 → B, 不满意 → C; 未联系上 is no return visit yet (domain 8). */
export const SATISFACTION_OF: Record<Exclude<VisitOutcome, 'notReached'>, Satisfaction> = {
  satisfied: 'A',
  fairlySatisfied: 'B',
  dissatisfied: 'C',
}

/** Whether an attempt of a complaint's 回访 is a return visit of its own: somebody was reached. */
export function isReached(attempt: Attempt): attempt is Attempt & { outcome: keyof typeof SATISFACTION_OF } {
  return attempt.outcome !== 'notReached'
}

/**
 * The HF record of a complaint's 回访 that reached somebody, written in the same transaction and linked with it: what the
 * person said, and what was done about the matter.
 */
export function fromComplaint(
  given: GivenNumber,
  complaint: Complaint,
  attempt: Attempt & { outcome: keyof typeof SATISFACTION_OF },
  ctx: RuleContext,
): { complaint: Complaint; returnVisit: ReturnVisitRecord } {
  const entry = entryOfAttempt(complaint, attempt)
  const fields = { ...blank(), entry, attemptId: attempt.id }
  const made = returnVisitLife.begin('register', 'recorded', given, fields, ctx)
  const returnVisit = { ...made, links: [linkTo('complaints', complaint)] }
  const links = withLink(complaint.links, linkTo('returnVisits', returnVisit))
  return { complaint: { ...complaint, links }, returnVisit }
}

/** What the HF record of such an attempt says. */
export function entryOfAttempt(
  complaint: Complaint,
  attempt: Attempt & { outcome: keyof typeof SATISFACTION_OF },
): ReturnVisitEntry {
  const { id, number, handling } = complaint
  const content = [attempt.words, handling?.measures ?? ''].filter((text) => text.trim() !== '').join('\n')
  return {
    person: personOf(complaint, attempt),
    source: { kind: 'complaint', recordId: id, number },
    visitedAt: attempt.visitedAt,
    way: attempt.way,
    content,
    satisfaction: SATISFACTION_OF[attempt.outcome],
    visitedBy: attempt.visitedBy,
  }
}

function linkTo(table: string, { id, number }: { id: string; number: string }): RecordLink {
  return { table, id, number, relation: 'returnVisit' }
}

/** Whom of the matter it was made to. Of a 匿名 one nothing that could name them goes on another sheet. */
function personOf(complaint: Complaint, { person }: Attempt): PersonRef {
  const parties = partiesOf(complaint)
  const party = parties.find(({ called }) => called === person) ?? parties[0]
  if (!party) return NO_PERSON
  const { anonymous, ...whom } = party.first.complainant
  return anonymous ? { ...NO_PERSON, name: party.called } : whom
}

/** Void because the complaint's step that wrote it was taken back; its number stays. Refusals: those of the state. */
export function withdraw(record: ReturnVisitRecord, ctx: RuleContext): Result<ReturnVisitRecord> {
  const objection = returnVisitLife.objectionTo('withdraw', record, ctx)
  if (objection) return objection
  const note = record.entry?.source.number ?? ''
  const links = record.links.filter(({ relation }) => relation !== 'returnVisit')
  const fields = { links, void: { reason: note, at: ctx.now, by: ctx.actor.name } }
  return accept(returnVisitLife.advance(record, { command: 'withdraw', to: 'void', note, fields }, ctx))
}

/**
 * Whether a complaint is offered: C 不满意, not written by a complaint (which opens one by itself, domain 5), and none
 * was registered for it yet.
 */
export function offersComplaint({ state, entry, attemptId, links }: ReturnVisitRecord): boolean {
  const followed = entry?.source.kind === 'complaint' ? entry.source.recordId : null
  const opened = links.some(({ table, id }) => table === 'complaints' && id !== followed)
  return state === 'recorded' && entry?.satisfaction === 'C' && attemptId === '' && !opened
}

/** The return visit linked with the complaint that its C 不满意 registered. Refusal: `returnVisit.noComplaintOffered`. */
export function complain(
  record: ReturnVisitRecord,
  complaint: RecordLink,
  ctx: RuleContext,
): Result<ReturnVisitRecord> {
  const objection =
    returnVisitLife.objectionTo('complain', record, ctx) ??
    (offersComplaint(record) ? null : refuse('returnVisit.noComplaintOffered'))
  if (objection) return objection
  const fields = { links: [...record.links, complaint] }
  return accept(returnVisitLife.advance(record, { command: 'complain', note: complaint.number, fields }, ctx))
}

/** What speaks against a row of 《回访工作记录表》; see `register`. */
export function objectionToEntry(
  { person, source, visitedAt, content }: ReturnVisitEntry,
  ctx: RuleContext,
): Objection {
  return allObjections(
    isNobody(person) ? refuse('returnVisit.whomRequired', 'person.unitCode') : null,
    objectionToPhone(person, 'person'),
    source.kind !== 'free' && source.number.trim() === ''
      ? refuse('returnVisit.sourceRequired', 'source.number')
      : null,
    requirePast(visitedAt, 'visitedAt', ctx),
    requireText(content, 'returnVisit.contentRequired', 'content'),
  )
}

function tidy(entry: ReturnVisitEntry, ctx: RuleContext): ReturnVisitEntry {
  const { kind, recordId, number } = entry.source
  return {
    ...entry,
    person: tidyPerson(entry.person),
    source:
      kind === 'free' ? { kind, recordId: null, number: '' } : { kind, recordId, number: number.trim() },
    content: entry.content.trim(),
    visitedBy: entry.visitedBy.trim() || ctx.actor.name,
  }
}

function blank() {
  return { register: 'returnVisit' as const, entry: null, attemptId: '', round: '' }
}

/** The row on paper says by hand what the record says now: it has not been changed after printing. */
function withSheetFilledIn(record: ReturnVisitRecord): Record<string, PrintState> {
  const print = record.prints[RETURN_VISIT_FORM]
  if (!print) return record.prints
  return { ...record.prints, [RETURN_VISIT_FORM]: { ...print, printedDigest: contentDigest(record) } }
}
