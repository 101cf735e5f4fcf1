import { describe, expect, it } from 'vitest'
import * as commands from '../../../../shared/domain/visit/commands'
import {
  accepted,
  contextAt,
  GIVEN,
  planned,
  VISITED_AT,
  visited,
} from '../../../../shared/domain/visit/testing'
import { nextStep, offersOf } from './actions'

const ctx = contextAt(VISITED_AT, 'clerk')
const names = (record: ReturnType<typeof visited>) => offersOf(record, 'clerk').map(({ step }) => step)

describe('the next step of a visit (domain 8)', () => {
  it('follows its life from plan to closing', () => {
    expect(nextStep(accepted(commands.reserve(GIVEN, ctx)))).toBe('fillIn')
    expect(nextStep(planned())).toBe('recordVisit')
    expect(nextStep(visited())).toBe('giveOpinion')
    const owed = visited({}, { feedbackNeeded: true, feedbackDueOn: '2026-11-20' })
    expect(nextStep(owed)).toBe('giveFeedback')
    const opined = accepted(commands.giveOpinion(visited(), { text: '已转' }, ctx))
    expect(nextStep(opined)).toBe('close')
    expect(nextStep(accepted(commands.close(opined, ctx)))).toBeNull()
  })

  it('offers 反馈 only where it is needed, and says what closing lacks', () => {
    expect(names(visited())).toEqual(['amend', 'giveOpinion', 'close', 'void'])
    const owed = visited({}, { feedbackNeeded: true, feedbackDueOn: '2026-11-20' })
    expect(names(owed)).toContain('giveFeedback')
    expect(offersOf(owed, 'clerk').find(({ step }) => step === 'close')?.needs).toEqual([
      'feedback',
      'opinion',
    ])
  })
})
