import { withValueAt } from '../../util/paths'
import { accept, type Result, refuse } from '../../util/result'
import type { Correctable, CorrectableField, FieldValue } from '../register/correctable'
import type { LivingRecord } from '../register/lifecycle'
import { allObjections, type Objection, requireText } from '../register/objections'
import type { GivenNumber, RecordLink, RuleContext } from '../register/types'
import type { Held } from './held'
import { correctionLife } from './lifecycle'
import type { CorrectedField, Correction, CorrectionView } from './types'
import { objectionToValue, readPath, tidyValue } from './values'

/** The record that is to be put right, and what is known around it. */
export interface CorrectionBasis<R extends LivingRecord> {
  table: string
  record: R
  correctable: Correctable<R>
  /** What a locked month holds of it; null where none does. */
  held: Held | null
  /** Number of the 更正单 that waits for it already; null where none does. */
  openNumber: string | null
}

/** What whoever asks for a 更正单 writes. */
export interface RequestInput {
  changes: CorrectedField[]
  voids: boolean
  reason: string
}

/** The fields of a record that only a 更正单 can change. */
export function fieldsToCorrect<R extends LivingRecord>({
  record,
  correctable,
  held,
}: Pick<CorrectionBasis<R>, 'record' | 'correctable' | 'held'>): CorrectableField[] {
  return correctable.fields(record).filter(({ path }) => held?.holds(path))
}

/**
 * 开更正单 for a record of a locked month (domain 12). Refusals: `correction.recordVoid`, `correction.monthOpen`, the bar
 * of its register,
 * `correction.alreadyAsked` `{ number }`, `correction.nothingChanged`, `correction.reasonRequired`, and beside the field
 * `correction.notCorrectable`, `correction.recordChanged`, those of `objectionToValue` and of the register itself.
 */
export function request<R extends LivingRecord>(
  given: GivenNumber,
  basis: CorrectionBasis<R>,
  input: RequestInput,
  ctx: RuleContext,
): Result<Correction> {
  const { table, record, held, openNumber, correctable } = basis
  const changes = input.voids ? [] : tidied(basis, input.changes)
  const objection = allObjections(
    correctionLife.objectionTo('request', null, ctx),
    record.state === 'void' ? refuse('correction.recordVoid') : null,
    held ? null : refuse('correction.monthOpen'),
    correctable.bar?.(record) ?? null,
    openNumber === null ? null : refuse('correction.alreadyAsked', undefined, { number: openNumber }),
    input.voids || changes.length > 0 ? null : refuse('correction.nothingChanged'),
    requireText(input.reason, 'correction.reasonRequired', 'reason'),
  )
  if (objection) return objection
  const corrected = correctedRecord(basis, changes, ctx)
  if (!corrected.ok) return corrected
  const fields = {
    register: 'correction' as const,
    target: { table, id: record.id, number: record.number },
    month: held?.month ?? '',
    changes,
    voids: input.voids,
    reason: input.reason.trim(),
    requestedBy: ctx.actor.name,
    requestedByUserId: ctx.actor.userId,
    verification: null,
    approval: null,
    appliedAt: null,
  }
  return accept(correctionLife.begin('request', 'requested', given, fields, ctx))
}

function tidied<R extends LivingRecord>(
  { record, correctable }: CorrectionBasis<R>,
  changes: CorrectedField[],
): CorrectedField[] {
  const fields = new Map(correctable.fields(record).map((field) => [field.path, field]))
  return changes
    .map((change) => {
      const field = fields.get(change.path)
      return field ? { ...change, after: tidyValue(field, change.after) } : change
    })
    .filter(({ before, after }) => before !== after)
}

/**
 * The record as the changes would leave it, with what follows by itself; its state is not touched. Refusals: see
 * `request`. A record that its own register would not take any more the way it is must not stand in the way.
 */
export function correctedRecord<R extends LivingRecord>(
  basis: CorrectionBasis<R>,
  changes: readonly CorrectedField[],
  ctx: RuleContext,
): Result<R> {
  const { record, correctable } = basis
  const fields = new Map(fieldsToCorrect(basis).map((field) => [field.path, field]))
  const wrong = allObjections(
    ...changes.map((change) => objectionToChange(record, fields.get(change.path), change, ctx)),
  )
  if (wrong) return wrong
  const changed = changes.reduce((next, { path, after }) => withValueAt(next, path, after), record)
  const corrected = changes.length > 0 && correctable.tidy ? correctable.tidy(changed, ctx) : changed
  const objection = correctable.objection?.(corrected, ctx)
  if (objection && !correctable.objection?.(record, ctx)) return objection
  return accept(corrected)
}

function objectionToChange(
  record: LivingRecord,
  field: CorrectableField | undefined,
  { path, before, after }: CorrectedField,
  ctx: RuleContext,
): Objection {
  if (!field) return refuse('correction.notCorrectable', path)
  const says: FieldValue = readPath(record, path)
  return says === before ? objectionToValue(field, after, ctx) : refuse('correction.recordChanged', path)
}

/**
 * Nobody agrees to what is not here: the office keeps the field, or the register, to the machine where this was asked
 * for, and without what it says it has no reason either, which every one has. Refusal `correction.keptElsewhere`.
 */
function requireWords({ reason, erased }: Correction): Objection {
  return reason === '' && !erased ? refuse('correction.keptElsewhere') : null
}

/** 核实同意 of the supervisor. Refusals: `correction.keptElsewhere`, those of the state. */
export function verify(record: Correction, input: { words: string }, ctx: RuleContext): Result<Correction> {
  const objection = allObjections(correctionLife.objectionTo('verify', record, ctx), requireWords(record))
  if (objection) return objection
  const fields = { verification: view(true, input.words, ctx) }
  return accept(correctionLife.advance(record, { command: 'verify', to: 'verified', fields }, ctx))
}

/**
 * 批准并更正 of the director: notes it, and names the record; whoever runs it changes the record in the same
 * transaction. Refusals: `correction.keptElsewhere`, those of the state.
 */
export function apply(record: Correction, input: { words: string }, ctx: RuleContext): Result<Correction> {
  const objection = allObjections(correctionLife.objectionTo('apply', record, ctx), requireWords(record))
  if (objection) return objection
  const { target, links } = record
  const link: RecordLink = { ...target, relation: 'correction' }
  const fields = {
    approval: view(true, input.words, ctx),
    appliedAt: ctx.now,
    links: [...links.filter(({ id }) => id !== target.id), link],
  }
  return accept(correctionLife.advance(record, { command: 'apply', to: 'applied', fields }, ctx))
}

/** 不同意, with a reason, of whose turn it is. Refusals: `correction.rejectReasonRequired`, those of the state. */
export function reject(record: Correction, input: { reason: string }, ctx: RuleContext): Result<Correction> {
  const reason = input.reason.trim()
  const objection = allObjections(
    correctionLife.objectionTo('reject', record, ctx),
    requireText(reason, 'correction.rejectReasonRequired', 'reason'),
  )
  if (objection) return objection
  const refused = view(false, reason, ctx)
  const fields = record.state === 'requested' ? { verification: refused } : { approval: refused }
  return accept(
    correctionLife.advance(record, { command: 'reject', to: 'rejected', note: reason, fields }, ctx),
  )
}

function view(agreed: boolean, words: string, { now, actor }: RuleContext): CorrectionView {
  return { at: now, by: actor.name, agreed, words: words.trim() }
}
