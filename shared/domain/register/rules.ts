import { msOf } from '../../util/civilTime'
import { accept, type Result, refuse } from '../../util/result'
import { forbidden, may } from '../office/permissions'
import type { Lifecycle, LivingRecord } from './lifecycle'
import { canUnlink, withLink } from './links'
import { allObjections, type Objection, requireText } from './objections'
import {
  type PrintedSheet,
  printed,
  type ScanInput,
  type SignatureInput,
  withScan,
  withSignature,
} from './paper'
import { type ScreenSignatureInput, signedOnScreen } from './screenSignature'
import type { PrintState, RecordLink, RuleContext, Step } from './types'

/** Key of the form. */
export interface OnForm {
  form: string
}

/** One print: digest of what it shows, how it left and how many copies. */
export type PrintInput = OnForm & PrintedSheet

/** What a 更正单 that the director agreed to makes of its record. */
export interface CorrectInput<R> {
  /** The record with its fields put right; state, steps and revision are those of the record. */
  corrected: R
  /** 作废 of the record and why, instead of other words in it; null else. */
  voids: { reason: string } | null
  /** The 更正单. */
  link: RecordLink
}

/** Commands that every register has in its table, under these names. */
export type SharedCommand =
  | 'markPrinted'
  | 'recordSignature'
  | 'fileScan'
  | 'attach'
  | 'link'
  | 'unlink'
  | 'void'
  | 'undo'

const PAPER: ReadonlySet<string> = new Set([
  'markPrinted',
  'recordSignature',
  'fileScan',
] satisfies SharedCommand[])

/** How long the last step may be taken back, ms. */
const UNDO_WITHIN_MS = 30 * 60_000

export interface RulesParts<R, C extends string> {
  /** Steps that wrote this record alone and left nothing outside it: no number, no paper, no other record. */
  undoable: readonly C[]
  /** Whether an undoable step opened another record after all. */
  openedAnother?: (step: Step) => boolean
  /** What else stands in the way of 作废. */
  objectionToVoid?: (record: R) => Objection
}

export interface RecordRules<R> {
  markPrinted: (record: R, input: PrintInput, ctx: RuleContext) => Result<R>
  recordSignature: (record: R, input: OnForm & SignatureInput, ctx: RuleContext) => Result<R>
  signOnScreen: (record: R, input: OnForm & ScreenSignatureInput, ctx: RuleContext) => Result<R>
  fileScan: (record: R, input: OnForm & ScanInput, ctx: RuleContext) => Result<R>
  attach: (record: R, input: { attachmentIds: readonly string[] }, ctx: RuleContext) => Result<R>
  link: (record: R, input: { other: RecordLink }, ctx: RuleContext) => Result<R>
  unlink: (record: R, input: { otherId: string }, ctx: RuleContext) => Result<R>
  voidRecord: (record: R, input: { reason: string }, ctx: RuleContext) => Result<R>
  correct: (record: R, input: CorrectInput<R>, ctx: RuleContext) => Result<R>
  undo: (record: R, previous: R, ctx: RuleContext) => Result<R>
  objectionToUndo: (record: R, ctx: Pick<RuleContext, 'now' | 'actor'>) => Objection
}

/**
 * The rules that are the same for a record of every register (domain 10): paper, 附件, 关联, 作废, 撤销.
 * - markPrinted: the next print version with the digest of what it shows.
 * - recordSignature, signOnScreen, fileScan: refusals of `withSignature`, `signedOnScreen`, `withScan`.
 * - link, unlink: one side; the runner writes the other in the same transaction. Refusals `link.toItself`,
 *   `link.already`, `link.missing`, `link.stays`.
 * - voidRecord: the number stays (domain 2). Refusal `record.voidReasonRequired`.
 * - correct: what a 更正单 says, in whatever state the record is, with its number in the step; by the director only
 *   (domain 12). Refusal `office.notAllowed`.
 * - undo: the record as it was before its last step, as a further revision; only by who took it or a supervisor, of
 *   those who may take the step itself, and within 30 minutes (ui, "Habits"). Refusals `undo.*`, `office.notAllowed`.
 *   `previous`: what the record said before its last step.
 */
export function recordRules<R extends LivingRecord, C extends string>(
  lifecycle: Pick<Lifecycle<R, C | SharedCommand>, 'objectionTo' | 'advance'>,
  parts: RulesParts<R, C>,
): RecordRules<R> {
  return {
    ...paperRules(lifecycle),
    ...linkRules(lifecycle),
    ...undoRules(lifecycle, parts),
    ...voidRule(lifecycle, parts),
    ...correctRule(lifecycle),
  }
}

/** A lifecycle seen only by the commands that every register has. */
type Shared<R extends LivingRecord> = Pick<Lifecycle<R, SharedCommand>, 'objectionTo' | 'advance'>

/** What becomes of a form's paper. */
type NextPrint<I> = (print: PrintState | undefined, input: I, ctx: RuleContext) => Result<PrintState>

function paperRules<R extends LivingRecord>({
  objectionTo,
  advance,
}: Shared<R>): Pick<
  RecordRules<R>,
  'markPrinted' | 'recordSignature' | 'signOnScreen' | 'fileScan' | 'attach'
> {
  /** A step on one form: `next` says what becomes of its paper; `barring` whatever else has to be allowed for it. */
  const onForm =
    <I>(command: SharedCommand, next: NextPrint<I>, ...barring: SharedCommand[]) =>
    (record: R, input: I & OnForm, ctx: RuleContext): Result<R> => {
      const asked = [...barring, command].map((one) => objectionTo(one, record, ctx))
      const objection = allObjections(...asked)
      if (objection) return objection
      const { form } = input
      const print = next(record.prints[form], input, ctx)
      if (!print.ok) return print
      const fields = { prints: { ...record.prints, [form]: print.value } } as Partial<R>
      return accept(advance(record, { command, note: `${form} ${print.value.version}`, fields }, ctx))
    }
  return {
    markPrinted: onForm('markPrinted', (print, sheet: PrintedSheet, ctx) =>
      accept(printed(print, sheet, ctx)),
    ),
    recordSignature: onForm('recordSignature', withSignature),
    // Whoever may print and note signatures may have it signed: no register needs a line of its own for it.
    signOnScreen: onForm('recordSignature', signedOnScreen, 'markPrinted'),
    fileScan: onForm('fileScan', withScan),
    attach: (record, input, ctx) => {
      const objection = objectionTo('attach', record, ctx)
      if (objection) return objection
      const fields = { attachmentIds: [...record.attachmentIds, ...input.attachmentIds] } as Partial<R>
      return accept(advance(record, { command: 'attach', fields }, ctx))
    },
  }
}

function linkRules<R extends LivingRecord>({
  objectionTo,
  advance,
}: Shared<R>): Pick<RecordRules<R>, 'link' | 'unlink'> {
  return {
    link: (record, { other }, ctx) => {
      const objection = objectionTo('link', record, ctx)
      if (objection) return objection
      if (other.id === record.id) return refuse('link.toItself')
      if (record.links.some(({ id }) => id === other.id)) return refuse('link.already')
      const fields = { links: withLink(record.links, other) } as Partial<R>
      return accept(advance(record, { command: 'link', note: other.number, fields }, ctx))
    },
    unlink: (record, { otherId }, ctx) => {
      const objection = objectionTo('unlink', record, ctx)
      if (objection) return objection
      const known = record.links.find(({ id }) => id === otherId)
      if (!known) return refuse('link.missing')
      if (!canUnlink(known)) return refuse('link.stays')
      const fields = { links: record.links.filter(({ id }) => id !== otherId) } as Partial<R>
      return accept(advance(record, { command: 'unlink', note: known.number, fields }, ctx))
    },
  }
}

function undoRules<R extends LivingRecord, C extends string>(
  { objectionTo, advance }: Shared<R>,
  parts: RulesParts<R, C>,
): Pick<RecordRules<R>, 'undo' | 'objectionToUndo'> {
  const objectionToWho = (step: Step, ctx: Pick<RuleContext, 'actor'>): Objection => {
    const { actor } = ctx
    const own = step.userId === actor.userId
    if (!own && !may(actor.role, 'record.verify')) return refuse('undo.notYours')
    // What only the director decides only a director takes back (domain 1).
    return objectionTo(step.command as SharedCommand, null, ctx)
  }
  const objectionToUndo: RecordRules<R>['objectionToUndo'] = (record, ctx) => {
    const step = record.steps.at(-1)
    if (!step) return refuse('undo.never')
    return (
      objectionToStep(step, parts) ?? allObjections(objectionToWho(step, ctx), objectionToWhen(step, ctx))
    )
  }
  return {
    objectionToUndo,
    undo: (record, previous, ctx) => {
      const objection = allObjections(objectionTo('undo', record, ctx), objectionToUndo(record, ctx))
      if (objection) return objection
      const { steps: _steps, prints: _prints, ...fields } = previous
      const note = record.steps.at(-1)?.command ?? ''
      return accept(
        advance(record, { command: 'undo', to: previous.state, note, fields: fields as Partial<R> }, ctx),
      )
    },
  }
}

function voidRule<R extends LivingRecord, C extends string>(
  { objectionTo, advance }: Shared<R>,
  { objectionToVoid = () => null }: RulesParts<R, C>,
): Pick<RecordRules<R>, 'voidRecord'> {
  return {
    voidRecord: (record, { reason }, ctx) => {
      const objection = allObjections(
        objectionTo('void', record, ctx),
        requireText(reason, 'record.voidReasonRequired', 'reason'),
        objectionToVoid(record),
      )
      if (objection) return objection
      const fields = { void: { reason: reason.trim(), at: ctx.now, by: ctx.actor.name } } as Partial<R>
      return accept(advance(record, { command: 'void', to: 'void', note: reason.trim(), fields }, ctx))
    },
  }
}

function correctRule<R extends LivingRecord>({
  advance,
}: Pick<Lifecycle<R, never>, 'advance'>): Pick<RecordRules<R>, 'correct'> {
  return {
    correct: (record, { corrected, voids, link }, ctx) => {
      const barred = forbidden(ctx.actor.role, 'month.approve')
      if (barred) return barred
      const gone = voids && { reason: voids.reason, at: ctx.now, by: ctx.actor.name }
      const links = withLink(record.links, link)
      const fields = { ...corrected, links, ...(gone ? { void: gone } : {}) } as Partial<R>
      const change = { command: 'correct' as const, note: link.number, fields }
      return accept(advance(record, gone ? { ...change, to: 'void' } : change, ctx))
    },
  }
}

/** Whether a step may be taken back at all, whoever asks and however soon. */
function objectionToStep<R, C extends string>(
  step: Step,
  { undoable, openedAnother }: RulesParts<R, C>,
): Objection {
  if (step.command === 'undo') return refuse('undo.onlyLast')
  if (PAPER.has(step.command)) return refuse('undo.printed')
  if (step.userId === '') return refuse('undo.byItself')
  if (openedAnother?.(step)) return refuse('undo.openedAnother')
  return (undoable as readonly string[]).includes(step.command) ? null : refuse('undo.never')
}

function objectionToWhen(step: Step, { now }: Pick<RuleContext, 'now'>): Objection {
  return msOf(now) - msOf(step.at) > UNDO_WITHIN_MS ? refuse('undo.tooLate') : null
}

/** The version that the next print of a form bears: 1 for the first. */
export function nextPrintVersion(record: Pick<LivingRecord, 'prints'>, form: string): number {
  return (record.prints[form]?.version ?? 0) + 1
}
