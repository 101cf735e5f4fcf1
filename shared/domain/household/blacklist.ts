import { accept, type Result } from '../../util/result'
import { forbidden } from '../office/permissions'
import type { CivilDay, RuleContext } from '../register/types'
import { checkDays, checkText, checkWritable, LIMITS } from './checks'
import type { BlacklistEntry } from './types'

export interface BlacklistInput {
  name: string
  description: string
  reason: string
  incidentDate: CivilDay
  /** The last day of the ban; null: for good. */
  until: CivilDay | null
}

function checkEntry(input: BlacklistInput): Result<BlacklistInput> {
  const name = checkText(input.name, 'name', { max: LIMITS.name, required: true })
  if (!name.ok) return name
  const description = checkText(input.description, 'description', { max: LIMITS.note })
  if (!description.ok) return description
  const reason = checkText(input.reason, 'reason', { max: LIMITS.note, required: true })
  if (!reason.ok) return reason
  const { incidentDate, until } = input
  const bad = checkDays(
    { day: incidentDate, field: 'incidentDate' },
    { day: until, field: 'until' },
    'household.banOrder',
  )
  if (bad) return bad
  return accept({
    name: name.value,
    description: description.value,
    reason: reason.value,
    incidentDate,
    until,
  })
}

/**
 * A new entry of the 违规名单 (domain 4). Refusals: office.notAllowed, household.required, household.tooLong,
 * household.fullIdInText, household.dayInvalid, household.banOrder.
 */
export function createBlacklistEntry(input: BlacklistInput, context: RuleContext): Result<BlacklistEntry> {
  const no = forbidden(context.actor.role, 'blacklist.write')
  if (no) return no
  const checked = checkEntry(input)
  if (!checked.ok) return checked
  return accept({ id: context.newId(), ...checked.value, voided: null, updatedAt: context.now })
}

/** An entry changed; refusals as `createBlacklistEntry`, and household.voided. */
export function updateBlacklistEntry(
  entry: BlacklistEntry,
  input: BlacklistInput,
  context: RuleContext,
): Result<BlacklistEntry> {
  const no = forbidden(context.actor.role, 'blacklist.write') ?? checkWritable(context.actor, entry)
  if (no) return no
  const checked = checkEntry(input)
  return checked.ok ? accept({ ...entry, ...checked.value, updatedAt: context.now }) : checked
}

/** Whether the ban holds on a day; the last day counts. */
export function isBanned(entry: BlacklistEntry, today: CivilDay): boolean {
  return !entry.voided && (entry.until === null || entry.until >= today)
}
