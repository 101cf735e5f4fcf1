import { civilDayOf, shiftDay } from '../../util/civilTime'
import { accept, type Result, refuse } from '../../util/result'
import { ROLES, type Role } from '../office/types'
import type { CivilDay, RuleContext } from '../register/types'
import { checkDay, checkDays, checkText, checkWritable, LIMITS } from './checks'
import type { CareFlag, CareKind, InstructionKind, StandingInstruction } from './types'

export interface CareFlagInput {
  unitId: string
  kind: CareKind
  note: string
  /** The last day on which it shows; null: until it is ended. */
  expiresOn: CivilDay | null
  /** Roles that see it, everybody when empty. */
  visibleTo: Role[]
}

export interface InstructionInput {
  unitId: string
  kind: InstructionKind
  note: string
  startsOn: CivilDay
  /** The last day on which it holds; null: until it is ended. */
  expiresOn: CivilDay | null
}

/** The director sees every flag: domain 1 gives him all that the others have. */
/** Whether a 重点关注 is for somebody of a role (domain 4); limited to none it is for all, and the director sees every one. */
export function seenBy(flag: Pick<CareFlag, 'visibleTo'>, role: Role): boolean {
  return flag.visibleTo.length === 0 || role === 'director' || flag.visibleTo.includes(role)
}

/** 重点关注 that shows to a role on a day (domain 4): not voided, not expired, not limited to others. */
export function visibleFlags(flags: readonly CareFlag[], role: Role, today: CivilDay): CareFlag[] {
  return flags.filter(
    (flag) => !flag.voided && (flag.expiresOn === null || flag.expiresOn >= today) && seenBy(flag, role),
  )
}

/** 委托事项 that holds on a day (domain 4): started, not expired, not voided. */
export function activeInstructions(
  list: readonly StandingInstruction[],
  today: CivilDay,
): StandingInstruction[] {
  return list.filter(
    (one) => !one.voided && one.startsOn <= today && (one.expiresOn === null || one.expiresOn >= today),
  )
}

/**
 * A last day that has passed would make what was just written vanish at once. Whoever means to stop it ends it; a
 * day that already stood there may stay, so that the note of an expired entry can still be corrected.
 */
function checkExpiry(expiresOn: CivilDay | null, old: CivilDay | null, context: RuleContext) {
  const over = expiresOn !== null && expiresOn !== old && expiresOn < civilDayOf(context.now)
  return over ? refuse('household.expiresInPast', 'expiresOn') : null
}

function checkFlag(input: CareFlagInput): Result<CareFlagInput> {
  if (input.unitId === '') return refuse('household.unitRequired', 'unitId')
  const note = checkText(input.note, 'note', { max: LIMITS.note })
  if (!note.ok) return note
  const bad = checkDay(input.expiresOn, 'expiresOn')
  if (bad) return bad
  const { unitId, kind, expiresOn } = input
  const visibleTo = ROLES.filter((role) => input.visibleTo.includes(role))
  return accept({ unitId, kind, note: note.value, expiresOn, visibleTo })
}

/**
 * A new 重点关注. Refusals: office.notAllowed, household.unitRequired, household.tooLong,
 * household.fullIdInText, household.dayInvalid, household.expiresInPast.
 */
export function createCareFlag(input: CareFlagInput, context: RuleContext): Result<CareFlag> {
  const no = checkWritable(context.actor)
  if (no) return no
  const checked = checkFlag(input)
  if (!checked.ok) return checked
  const past = checkExpiry(checked.value.expiresOn, null, context)
  return past ?? accept({ id: context.newId(), ...checked.value, voided: null, updatedAt: context.now })
}

/** A flag changed; refusals as `createCareFlag`, household.voided, and office.notAllowed for hidden ones. */
export function updateCareFlag(flag: CareFlag, input: CareFlagInput, context: RuleContext): Result<CareFlag> {
  const no = checkWritable(context.actor, flag)
  if (no) return no
  if (!seenBy(flag, context.actor.role)) return refuse('office.notAllowed')
  const checked = checkFlag(input)
  if (!checked.ok) return checked
  const past = checkExpiry(checked.value.expiresOn, flag.expiresOn, context)
  return past ?? accept({ ...flag, ...checked.value, updatedAt: context.now })
}

/** Stops a flag from showing as of today: its last day becomes yesterday. */
export function endCareFlag(flag: CareFlag, context: RuleContext): Result<CareFlag> {
  const no = checkWritable(context.actor, flag)
  if (no) return no
  if (!seenBy(flag, context.actor.role)) return refuse('office.notAllowed')
  return accept({ ...flag, expiresOn: yesterday(context), updatedAt: context.now })
}

function yesterday(context: RuleContext): CivilDay {
  return shiftDay(civilDayOf(context.now), -1)
}

function checkInstruction(input: InstructionInput): Result<InstructionInput> {
  if (input.unitId === '') return refuse('household.unitRequired', 'unitId')
  const note = checkText(input.note, 'note', { max: LIMITS.note })
  if (!note.ok) return note
  const { unitId, kind, startsOn, expiresOn } = input
  const bad = checkDays(
    { day: startsOn, field: 'startsOn' },
    { day: expiresOn, field: 'expiresOn' },
    'household.expiryOrder',
  )
  return bad ?? accept({ unitId, kind, note: note.value, startsOn, expiresOn })
}

/** A new 委托事项. Refusals: as `createCareFlag`, and household.expiryOrder. */
export function createInstruction(
  input: InstructionInput,
  context: RuleContext,
): Result<StandingInstruction> {
  const no = checkWritable(context.actor)
  if (no) return no
  const checked = checkInstruction(input)
  if (!checked.ok) return checked
  const past = checkExpiry(checked.value.expiresOn, null, context)
  return past ?? accept({ id: context.newId(), ...checked.value, voided: null, updatedAt: context.now })
}

/** An instruction changed; refusals as `createInstruction`, and household.voided. */
export function updateInstruction(
  one: StandingInstruction,
  input: InstructionInput,
  context: RuleContext,
): Result<StandingInstruction> {
  const no = checkWritable(context.actor, one)
  if (no) return no
  const checked = checkInstruction(input)
  if (!checked.ok) return checked
  const past = checkExpiry(checked.value.expiresOn, one.expiresOn, context)
  return past ?? accept({ ...one, ...checked.value, updatedAt: context.now })
}

/** Ends an instruction as of today: its last day becomes yesterday. */
export function endInstruction(one: StandingInstruction, context: RuleContext): Result<StandingInstruction> {
  const no = checkWritable(context.actor, one)
  return no ?? accept({ ...one, expiresOn: yesterday(context), updatedAt: context.now })
}
