import {
  answerOwed,
  COMPLAINT_COMMANDS,
  canBeReached,
  isValidComplaint,
} from '../../../../shared/domain/complaint'
import { missingAttempts, missingForClosing, wasReached } from '../../../../shared/domain/complaint/commands'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import { may } from '../../../../shared/domain/office/permissions'
import type { Role } from '../../../../shared/domain/office/types'
import { type Offer, possibleSteps } from '../../../register/record/offers'

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

export type ComplaintOffer = Offer<StepName>

/** The steps that the state of a record allows, for a role. */
export function offersOf(record: Complaint, role: Role): ComplaintOffer[] {
  const steps = STEPS.filter((step) => makesSense(step, record))
  return possibleSteps(COMPLAINT_COMMANDS, steps, record.state, role).map((offer) => ({
    ...offer,
    again: wasTaken(offer.step, record),
    needs: offer.step === 'close' ? missingBeforeForm(record, role) : [],
    bar: offer.step === 'giveUpVisit' ? attemptsBar(record) : null,
  }))
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

/** The attempts that are still missing before 无法回访, or null. */
export function attemptsLeft(record: Complaint): { left: number; otherDay: boolean } | null {
  const { attempts, otherDay } = missingAttempts(record)
  return attempts > 0 || otherDay ? { left: attempts, otherDay } : null
}

function attemptsBar(record: Complaint): Offer<StepName>['bar'] {
  const open = attemptsLeft(record)
  if (!open) return null
  const { left } = open
  return left > 0
    ? { key: 'branches:giveUp.needs', params: { left } }
    : { key: 'branches:giveUp.needsOtherDay' }
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
