import { instantOf } from '../../util/civilTime'
import type { Result } from '../../util/result'
import { contextAt } from '../register/testing'
import type { RuleContext } from '../register/types'
import * as commands from './commands'
import type { Visit, VisitFindings, VisitPlan } from './types'

/** Builders for the tests of visits; the product never imports this file. */

export { contextAt } from '../register/testing'

/** When samples are visited: a Thursday afternoon. */
export const VISITED_AT = instantOf('2026-11-12', '15:30')

/** The accepted value; a refusal fails the test with its key. */
export function accepted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.key} ${result.refusal.field ?? ''}`)
  return result.value
}

export function planOf(change: Partial<VisitPlan> = {}): VisitPlan {
  return {
    person: { personId: null, unitId: 'unit-1', name: '单雄信', phone: '13812345678', unitCode: '5-2-301' },
    way: 'doorstep',
    appointmentAt: instantOf('2026-11-12', '15:00'),
    visitor: '',
    ...change,
  }
}

export function findingsOf(change: Partial<VisitFindings> = {}): VisitFindings {
  return {
    visitedAt: VISITED_AT,
    parts: { management: '希望增加夜间巡逻', services: '', needs: '', community: '', other: '' },
    feedbackNeeded: false,
    feedbackDueOn: null,
    ...change,
  }
}

export const GIVEN = { number: '客服-FW-2026-0001', year: 2026, seq: 1 }

/** A visit that took place, as a clerk registered it an hour later. */
export function visited(
  plan: Partial<VisitPlan> = {},
  findings: Partial<VisitFindings> = {},
  ctx: RuleContext = contextAt(instantOf('2026-11-12', '16:30'), 'clerk'),
): Visit {
  const input = { plan: planOf(plan), findings: findingsOf(findings), visitorUserId: '' }
  return accepted(commands.register(GIVEN, input, ctx))
}

/** A visit for the next day, planned on the morning before. */
export function planned(plan: Partial<VisitPlan> = {}): Visit {
  const input = { plan: planOf(plan), visitorUserId: '', preference: null }
  return accepted(commands.plan(GIVEN, input, contextAt(instantOf('2026-11-11', '09:00'), 'clerk')))
}
