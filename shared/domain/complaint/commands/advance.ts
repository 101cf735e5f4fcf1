import { lifecycleOf } from '../../register/lifecycle'
import { type Objection, requirePast as requirePastMoment } from '../../register/objections'
import { recordRules } from '../../register/rules'
import type { Instant, RuleContext } from '../../register/types'
import { refuse } from '../../../util/result'
import { isOverAMonth } from '../deadlines'
import { nextDuty } from '../duty'
import { COMPLAINT_COMMANDS, type ComplaintCommand } from '../states'
import type { Complaint, Judgement, Step } from '../types'

export { allObjections, type Objection, requireAhead, requireText } from '../../register/objections'

/** The state machine of domain 5: role, state, one step a command, and what follows by itself (over a month, next duty). */
export const lifecycle = lifecycleOf<Complaint, ComplaintCommand>({
  noun: 'complaint',
  commands: COMPLAINT_COMMANDS,
  ended: ['closed'],
  settle: (record, ctx) => settle(escalateOverAMonth(record, ctx) ?? record, ctx),
})

export const { objectionTo, advance } = lifecycle

/** What every register's records have (domain 10). */
export const rules = recordRules<Complaint, ComplaintCommand>(lifecycle, {
  undoable: [
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
  ],
  // A 不满意 registered another complaint, which stays; who came by 并案 is noted with the record that ended for it.
  openedAnother: ({ command, to, note }) =>
    command === 'addComplainant' ? note !== undefined : command === 'recordReturnVisit' && to === 'closed',
  objectionToVoid: ({ others }) =>
    others.some(({ fromNumber }) => fromNumber !== '') ? refuse('complaint.othersJoined') : null,
})

/** A moment that people enter: it has happened, and not before the complaint did. Refusals: see `register/objections`. */
export function requirePast(at: Instant, field: string, ctx: RuleContext, record?: Complaint): Objection {
  return requirePastMoment(at, field, ctx, record?.intake.registeredAt)
}

/** Renews the duty, which is stored because lists are sorted by it. */
export function settle(record: Complaint, ctx: Pick<RuleContext, 'settings'>): Complaint {
  return { ...record, duty: nextDuty(record, ctx.settings) }
}

/** 重大 by itself after a month (domain 5), as a step without a person; null when it is not due. */
export function escalateOverAMonth(record: Complaint, ctx: RuleContext): Complaint | null {
  if (record.escalatedAt || !record.judgement || !isOverAMonth(record, ctx.now)) return null
  const step: Step = {
    command: 'escalate',
    at: ctx.now,
    by: '',
    userId: '',
    from: record.state,
    to: record.state,
  }
  const judgement: Judgement = { ...record.judgement, severity: 'major' }
  return {
    ...record,
    judgement,
    escalatedAt: ctx.now,
    escalatedBecause: 'overAMonth',
    steps: [...record.steps, step],
  }
}
