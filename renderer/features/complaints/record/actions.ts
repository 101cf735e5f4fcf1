import {
  answerOwed,
  COMPLAINT_COMMANDS,
  type CommandRule,
  canBeReached,
  isValidComplaint,
} from '../../../../shared/domain/complaint'
import { missingAttempts, missingForClosing, wasReached } from '../../../../shared/domain/complaint/commands'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import { may } from '../../../../shared/domain/office/permissions'
import { ROLES, type Role } from '../../../../shared/domain/office/types'

/** Steps a person takes on a record, in the order of its life. */
export const STEPS = [
  'fillIn',
  'amendIntake',
  'addComplainant',
  'judge',
  'assign',
  'recordHandling',
  'movePromise',
  'suspend',
  'resume',
  'complete',
  'answer',
  'recordReturnVisit',
  'giveUpVisit',
  'verify',
  'prepareClosing',
  'close',
  'escalate',
  'void',
] as const
export type StepName = (typeof STEPS)[number]

/** A step that the state allows. What still forbids it is said in words, never hidden. */
export interface Offer {
  step: StepName
  /** True where it was taken before: 改派 instead of 派工. */
  again: boolean
  /** Roles that may, where this one may not. */
  needsRoles: readonly Role[]
  /** Fields that have to be done first; for closing. */
  needs: readonly string[]
  /** 未联系上 that are still missing before 无法回访; null where enough were tried. */
  attempts: { left: number; otherDay: boolean } | null
}

/** The steps that the state of a record allows, for a role. */
export function offersOf(record: Complaint, role: Role): Offer[] {
  return STEPS.filter((step) => {
    const rule: CommandRule = COMPLAINT_COMMANDS[step]
    return rule.from.includes(record.state) && makesSense(step, record)
  }).map((step) => {
    const { permission } = COMPLAINT_COMMANDS[step]
    return {
      step,
      again: wasTaken(step, record),
      needsRoles: may(role, permission) ? [] : ROLES.filter((other) => may(other, permission)),
      needs: step === 'close' ? missingBeforeForm(record, role) : [],
      attempts: step === 'giveUpVisit' ? attemptsLeft(record) : null,
    }
  })
}

/** The one step to take next: the main button. Null where the record has ended. */
export function nextStep(record: Complaint): StepName | null {
  const owesAnswer = answerOwed(record)
  const valid = isValidComplaint(record.judgement)
  switch (record.state) {
    case 'reserved':
      return 'fillIn'
    case 'accepted':
      return 'judge'
    case 'judged':
      if (valid) return 'assign'
      return owesAnswer ? 'answer' : 'close'
    case 'inProgress':
      return !valid && !owesAnswer ? 'close' : 'complete'
    case 'suspended':
      return 'resume'
    case 'handled':
      if (owesAnswer) return 'answer'
      return valid && canBeReached(record) && !record.unreachable ? 'recordReturnVisit' : 'close'
    case 'visited':
      return owesAnswer ? 'answer' : 'close'
    default:
      return null
  }
}

export function isBlocked(offer: Offer): boolean {
  return offer.needsRoles.length > 0 || offer.needs.length > 0 || offer.attempts !== null
}

function makesSense(step: StepName, record: Complaint): boolean {
  if (step === 'movePromise') return Boolean(record.handling?.promisedAt)
  if (step === 'escalate') return record.escalatedAt === null
  if (step === 'giveUpVisit') return mayBeGivenUp(record)
  return true
}

/** 无法回访 comes into question once somebody was not reached. */
export function mayBeGivenUp(record: Complaint): boolean {
  const owed = isValidComplaint(record.judgement) && canBeReached(record) && record.state === 'handled'
  return owed && record.returnVisits.length > 0 && !wasReached(record) && !record.unreachable
}

/** What is still missing before 无法回访, or null. */
export function attemptsLeft(record: Complaint): Offer['attempts'] {
  const { attempts, otherDay } = missingAttempts(record)
  return attempts > 0 || otherDay ? { left: attempts, otherDay } : null
}

function wasTaken(step: StepName, record: Complaint): boolean {
  if (step === 'judge') return record.judgement !== null
  if (step === 'assign') return record.handling !== null
  if (step === 'suspend') return record.suspension !== null
  if (step === 'answer') return record.answers.length > 0
  if (step === 'recordReturnVisit') return record.returnVisits.length > 0
  return step === 'verify' && record.verification !== null
}

/** What the closing form itself asks for, or what closing gives by itself, does not keep it shut. */
const IN_FORM = new Set(['summary', 'correctiveActionRef', 'headOfficeReportedAt'])

function missingBeforeForm(record: Complaint, role: Role): string[] {
  return missingForClosing(record)
    .map(({ field }) => field)
    .filter((field) => !IN_FORM.has(field) && !(field === 'verification' && may(role, 'record.verify')))
}
