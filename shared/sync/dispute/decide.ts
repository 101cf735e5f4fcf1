import type { Dispute } from '../../domain/dispute/types'
import { mayDecide } from '../../domain/dispute/who'
import type { GivenNumber, RuleContext } from '../../domain/register/types'
import { accept, type Result, refuse } from '../../util/result'
import { chosenWith, objectionToMerged, withChosen } from '../merge'
import { isSyncTable, type SyncTable } from '../travel'
import type { Row } from '../wire'
import { withBooks } from './books'

/** What is decided of a line of 待核对 (issue "Conflicts"). */
export type Choice =
  /** The version in force stays; of every kind. */
  | { way: 'keep' }
  /** `fields`: the values of the waiting version at these paths; of those that go together all or none. */
  | { way: 'fields'; chosen: readonly string[] }
  /** `void`: the whole version that waits. */
  | { way: 'whole' }
  /** `number`: the record here gets another number, or the one that waits does; null where its number is free again. */
  | { way: 'number'; renumbered: 'held' | 'waiting' | null }

/** What is to be written. */
export interface Decided {
  dispute: Dispute
  /** The record the dispute is about; null where nothing of it changes. */
  row: Row | null
}

/** What the decision may know besides the dispute. */
export type DisputeContext = Pick<RuleContext, 'now' | 'actor' | 'settings'> & {
  /** Whether a row may stand in its table. */
  accepts: (row: Row) => boolean
}

/**
 * What comes of a choice between two versions, but for numbers: see `numbered`. `row` is the record as it stands now.
 * Refusals: role.notAllowed, dispute.decided, dispute.wrongWay, dispute.fieldUnknown, dispute.notTogether,
 * dispute.notWhole, record.missing, record.erased, and those of the register against what would come of it.
 */
export function decide(
  dispute: Dispute,
  row: Row | null,
  choice: Choice,
  ctx: DisputeContext,
): Result<Decided> {
  const open = openTo(dispute, ctx)
  if (!open.ok) return open
  if (choice.way === 'keep') return accept({ dispute: settledAs(dispute, [], 'kept', ctx), row: null })
  const paths = dispute.fields.map(({ path }) => path)
  if (choice.way === 'whole' && dispute.kind === 'void') return taken(dispute, row, paths, ctx)
  if (choice.way !== 'fields' || dispute.kind !== 'fields') return refuse('dispute.wrongWay')
  const { chosen } = choice
  if (chosen.length === 0) return refuse('dispute.nothingChosen')
  if (!chosen.every((path) => paths.includes(path))) return refuse('dispute.fieldUnknown')
  const whole = chosen.every((path) =>
    chosenWith(open.value, dispute.fields, path).every((other) => chosen.includes(other)),
  )
  return whole ? taken(dispute, row, chosen, ctx) : refuse('dispute.notTogether')
}

/** The table of a dispute that is still to be decided, by somebody who may. */
function openTo({ table, state }: Dispute, { actor }: DisputeContext): Result<SyncTable> {
  if (!isSyncTable(table)) return refuse('dispute.wrongWay')
  if (!mayDecide(actor.role, table)) return refuse('role.notAllowed')
  return state === 'open' ? accept(table) : refuse('dispute.decided')
}

function taken(
  dispute: Dispute,
  row: Row | null,
  chosen: readonly string[],
  ctx: DisputeContext,
): Result<Decided> {
  if (!row) return refuse('record.missing')
  if (row['erased']) return refuse('record.erased')
  const table = dispute.table as SyncTable
  const books = dispute.kind === 'void' ? withBooks(table, row, dispute.waiting) : row
  const next = renewed(withChosen(table, books, dispute.fields, chosen, ctx.settings), row, ctx)
  if (!ctx.accepts(next)) return refuse('dispute.notWhole')
  // Of the whole version that waits its own command was asked.
  const versions = dispute.kind === 'void' ? [row, dispute.waiting] : [row]
  const objection = objectionToMerged(table, next, versions, ctx.settings)
  return objection ?? accept({ dispute: settledAs(dispute, chosen, 'taken', ctx), row: next })
}

/** One revision on, and now. */
function renewed(next: Row, { rev }: Row, { now }: Pick<RuleContext, 'now'>): Row {
  return {
    ...next,
    ...(typeof rev === 'number' ? { rev: rev + 1 } : {}),
    ...('updatedAt' in next ? { updatedAt: now } : {}),
  }
}

function settledAs(
  dispute: Dispute,
  chosen: readonly string[],
  state: 'kept' | 'taken',
  { now, actor }: Pick<RuleContext, 'now' | 'actor'>,
): Dispute {
  return { ...dispute, state, chosen: [...chosen], decidedAt: now, decidedBy: actor.name }
}

/** What is to be written of a dispute over a number. */
export interface Numbered {
  dispute: Dispute
  /** The record that bears the number here, under another; null where it keeps it. */
  held: Row | null
  /** The record that waited; null where it stands here already. */
  waiting: Row | null
}

/** The records of a dispute over a number, as they stand here. */
export interface NumberFacts {
  /** The record that bears the number; null where none does any more. */
  held: Row | null
  /** The record that waited, where it came in since. */
  known: Row | null
  /** The next number of this machine; not asked for where none is needed. */
  given: GivenNumber | null
}

/**
 * Two records bear one number (domain 2): one of them gets this machine's next, and both stand here afterwards. `held`
 * itself is looked at by whoever asks: where it was made elsewhere its paper lies there too.
 * Refusals: as `decide`, and dispute.numberTaken, dispute.numberFree.
 */
export function numbered(
  dispute: Dispute,
  { held, known, given }: NumberFacts,
  renumbered: 'held' | 'waiting' | null,
  ctx: DisputeContext,
): Result<Numbered> {
  const open = openTo(dispute, ctx)
  if (!open.ok) return open
  if (dispute.kind !== 'number') return refuse('dispute.wrongWay')
  const done = settledAs(dispute, renumbered === 'waiting' ? ['number'] : [], 'taken', ctx)
  if (known) return accept({ dispute: done, held: null, waiting: null })
  // Of a register that another machine keeps back its record does not come.
  if (!ctx.accepts(dispute.waiting)) return refuse('dispute.notWhole')
  if (renumbered === null) {
    return held
      ? refuse('dispute.numberTaken')
      : accept({ dispute: done, held: null, waiting: dispute.waiting })
  }
  if (!held || !given) return refuse('dispute.numberFree')
  const other = renumbered === 'held' ? held : dispute.waiting
  if (other['erased']) return refuse('record.erased')
  const next = renewed({ ...other, ...given }, other, ctx)
  if (!ctx.accepts(next)) return refuse('dispute.notWhole')
  return accept(
    renumbered === 'held'
      ? { dispute: done, held: next, waiting: dispute.waiting }
      : { dispute: done, held: null, waiting: next },
  )
}
