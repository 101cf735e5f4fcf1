import { msOf } from '../../../util/civilTime'
import { accept, type Result, refuse } from '../../../util/result'
import { may } from '../../office/permissions'
import type { RuleContext } from '../../register/types'
import type { ComplaintCommand } from '../states'
import type { Complaint, Step } from '../types'
import { advance, firstObjection, type Objection, objectionTo } from './advance'

/** How long the last step may be taken back, ms. */
const UNDO_WITHIN_MS = 30 * 60_000

/** Steps that wrote this record alone and left nothing outside it: no number, no paper, no other record. */
const UNDOABLE: ReadonlySet<string> = new Set([
  'amendIntake',
  'judge',
  'assign',
  'recordHandling',
  'complete',
  'suspend',
  'resume',
  'movePromise',
  'answer',
  'recordReturnVisit',
  'giveUpVisit',
  'verify',
  'prepareClosing',
  'escalate',
  'close',
  'addComplainant',
  'removeComplainant',
] satisfies ComplaintCommand[])

const PAPER: ReadonlySet<string> = new Set([
  'markPrinted',
  'recordSignature',
  'fileScan',
] satisfies ComplaintCommand[])

/** The step that was taken last; a record always has one, for it was registered. */
export function lastStep(record: Pick<Complaint, 'steps'>): Step | null {
  return record.steps.at(-1) ?? null
}

/**
 * What speaks against taking back the last step (ui, "Habits"): only by who took it, or a supervisor, and within 30
 * minutes; never what gave a number, printed, voided, joined, opened another record or came by itself.
 * Refusals `complaint.undo.*`, `office.notAllowed`, `complaint.notNow.undo`.
 */
export function objectionToUndo(record: Complaint, ctx: Pick<RuleContext, 'now' | 'actor'>): Objection {
  const step = lastStep(record)
  if (!step) return refuse('complaint.undo.never')
  return firstObjection(objectionToStep(step), objectionToWho(step, ctx), objectionToWhen(step, ctx))
}

/**
 * 撤销: the record as it was before its last step, as a further revision. Nothing is erased: the step stays, and another
 * one says who took it back, its note being the command. Refusals: those of `objectionToUndo`.
 * @param previous what the record said before its last step.
 */
export function undo(record: Complaint, previous: Complaint, ctx: RuleContext): Result<Complaint> {
  const objection = firstObjection(objectionTo('undo', record, ctx), objectionToUndo(record, ctx))
  if (objection) return objection
  const { steps: _steps, prints: _prints, ...fields } = previous
  const note = lastStep(record)?.command ?? ''
  return accept(advance(record, { command: 'undo', to: previous.state, note, fields }, ctx))
}

function objectionToStep(step: Step): Objection {
  if (step.command === 'undo') return refuse('complaint.undo.onlyLast')
  if (PAPER.has(step.command)) return refuse('complaint.undo.printed')
  if (step.userId === '') return refuse('complaint.undo.byItself')
  if (openedAnother(step)) return refuse('complaint.undo.openedAnother')
  return UNDOABLE.has(step.command) ? null : refuse('complaint.undo.never')
}

/** A 不满意 registered another complaint, which stays; who came by 并案 is noted with the record that ended for it. */
function openedAnother({ command, to, note }: Step): boolean {
  if (command === 'addComplainant') return note !== undefined
  return command === 'recordReturnVisit' && to === 'closed'
}

function objectionToWho(step: Step, { actor }: Pick<RuleContext, 'actor'>): Objection {
  const mayOthers = may(actor.role, 'record.verify')
  return step.userId === actor.userId || mayOthers ? null : refuse('complaint.undo.notYours')
}

function objectionToWhen(step: Step, { now }: Pick<RuleContext, 'now'>): Objection {
  return msOf(now) - msOf(step.at) > UNDO_WITHIN_MS ? refuse('complaint.undo.tooLate') : null
}
