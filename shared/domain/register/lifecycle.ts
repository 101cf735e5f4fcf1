import { refuse } from '../../util/result'
import { forbidden, type Permission } from '../office/permissions'
import type { Objection } from './objections'
import type { GivenNumber, RegisterRecord, RuleContext, Step, Voided } from './types'

/** A command of a register's state machine: what role it needs (domain 1), where it may start, and where it may end. */
export interface CommandRule<S extends string = string> {
  permission: Permission
  /** Empty for a command that begins a record. */
  from: readonly S[]
  /** States it may lead to; `stay` keeps the state. */
  to: readonly (S | 'stay')[]
}

/** A record that goes through states, step by step. */
export interface LivingRecord extends RegisterRecord {
  void: Voided | null
  steps: Step[]
}

/** Shown to somebody who may not read it (domain 7), a record has not even its first step: what it lacks says nothing. */
export function isWithheld({ steps }: Pick<LivingRecord, 'steps'>): boolean {
  return steps.length === 0
}

/** The fields that a lifecycle itself gives a new record. */
type Begun = Exclude<keyof LivingRecord, 'register'>

/** What a command changes. Without `to` the state stays. */
export interface Change<R extends LivingRecord, C extends string> {
  /** `correct` is no command of the table: it is what a 更正单 does, whatever the register (domain 12). */
  command: C | 'correct'
  to?: R['state']
  note?: string
  fields?: Partial<R>
}

export interface LifecycleParts<R extends LivingRecord, C extends string> {
  /** Name of the register in refusals: `lostItem` in `lostItem.isVoid`. */
  noun: string
  commands: Readonly<Record<C, CommandRule<R['state']>>>
  /** States in which a record has ended, besides `void`: they refuse with `<noun>.isClosed`. */
  ended: readonly R['state'][]
  /** Whatever follows by itself from what the record says now: its duty, above all. */
  settle: (record: R, ctx: RuleContext) => R
}

export interface Lifecycle<R extends LivingRecord, C extends string> {
  noun: string
  commands: Readonly<Record<C, CommandRule<R['state']>>>
  /** Role (domain 1) and state. Refusals `office.notAllowed`, `<noun>.isVoid`, `<noun>.isClosed`, `<noun>.notNow.<command>`. */
  objectionTo: (command: C, record: Pick<R, 'state'> | null, ctx: Pick<RuleContext, 'actor'>) => Objection
  /** The next revision: fields, state, one step, and whatever follows by itself. */
  advance: (record: R, change: Change<R, C>, ctx: RuleContext) => R
  /** The first revision of a record: the common fields, the register's own, and its first step. */
  begin: (
    command: C,
    state: R['state'],
    given: GivenNumber,
    fields: Omit<R, Begun> & { id?: string },
    ctx: RuleContext,
  ) => R
  /** What role and state allow as the next commands, in the order of the table; for menus and main buttons. */
  allowed: (record: Pick<R, 'state'>, may: (permission: Permission) => boolean) => C[]
}

/** The state machine of a register from its table of commands (domain 1, 10). */
export function lifecycleOf<R extends LivingRecord, C extends string>({
  noun,
  commands,
  ended,
  settle,
}: LifecycleParts<R, C>): Lifecycle<R, C> {
  return {
    noun,
    commands,
    objectionTo: (command, record, ctx) => {
      const rule = commands[command]
      const barred = forbidden(ctx.actor.role, rule.permission)
      if (barred || !record || rule.from.includes(record.state)) return barred
      if (record.state === 'void') return refuse(`${noun}.isVoid`)
      if (ended.includes(record.state)) return refuse(`${noun}.isClosed`)
      return refuse(`${noun}.notNow.${command}`)
    },
    advance: (record, { command, to = record.state, note, fields }, ctx) => {
      const taken = stepOf(command, record.state, to, ctx)
      const steps = [...record.steps, note ? { ...taken, note } : taken]
      return settle({ ...record, ...fields, state: to, rev: record.rev + 1, updatedAt: ctx.now, steps }, ctx)
    },
    begin: (command, state, given, fields, ctx) => {
      const common = firstRevision(command, state, { ...given, id: fields.id ?? ctx.newId() }, ctx)
      // The compiler cannot add up a generic record from its parts; `Omit<R, Begun>` names all the others.
      return settle({ ...common, ...fields, id: common.id } as unknown as R, ctx)
    },
    allowed: (record, may) =>
      (Object.keys(commands) as C[]).filter((name) => {
        const { from, permission } = commands[name]
        return from.includes(record.state) && may(permission)
      }),
  }
}

function stepOf(command: string, from: string | null, to: string, ctx: RuleContext): Step {
  const { name, userId } = ctx.actor
  return { command, at: ctx.now, by: name, userId, from, to }
}

function firstRevision(
  command: string,
  state: string,
  given: GivenNumber & { id: string },
  ctx: RuleContext,
): Pick<LivingRecord, Begun> {
  return {
    ...given,
    rev: 1,
    state,
    createdAt: ctx.now,
    createdBy: ctx.actor.name,
    updatedAt: ctx.now,
    duty: null,
    prints: {},
    links: [],
    attachmentIds: [],
    void: null,
    steps: [stepOf(command, null, state, ctx)],
  }
}
