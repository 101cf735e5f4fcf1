import type { LivingRecord, CommandRule } from '../../../shared/domain/register/lifecycle'
import type { Objection } from '../../../shared/domain/register/objections'
import type { RuleContext } from '../../../shared/domain/register/types'
import type { CommandSpec, OnRecord, PaperCommands, RegisterTable, SavedRecord, Undone } from '../../data'
import type { ChipTone } from '../../ui'
import type { Vocabulary } from '../timeline/useTimelineWords'

/** Where to go, and what to bring there. */
export interface Way {
  to: string
  state: object
}

/**
 * What all records of a register have in common: a constant beside its screens. Its locale namespace holds `state.*`,
 * `duty.*`, `step.*` (`step.judgeAgain` where a step was taken before), `missing.*`, `field.*` and `did.*`.
 */
export interface RecordKind<R extends LivingRecord> {
  /** Also the first part of its routes: `/complaints`. */
  table: RegisterTable
  /** Name of its commands and drafts: `complaint`. */
  noun: string
  vocabulary: Vocabulary
  /** Shape and colour of a state; its word comes beside it. */
  tones: Readonly<Record<R['state'], ChipTone>>
  /** The state machine. */
  commands: Readonly<Record<string, CommandRule>>
  undo: {
    command: CommandSpec<OnRecord<object>, Undone>
    objection: (record: R, ctx: Pick<RuleContext, 'now' | 'actor'>) => Objection
    /** Where what was typed for the step comes back, once the step was taken back. */
    after?: (undone: Undone) => Way | null
  }
  void: CommandSpec<OnRecord<{ reason: string }>, SavedRecord>
  /** Commands that keep its paper; none where nothing of it is printed. */
  paper?: Pick<PaperCommands, 'recordSignature' | 'signOnScreen' | 'fileScan'>
}
