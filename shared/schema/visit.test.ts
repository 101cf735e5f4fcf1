import { describe, expect, it } from 'vitest'
import * as returnVisit from '../domain/returnVisit/commands'
import { addTargets } from '../domain/returnVisit'
import { accepted, contextAt, GIVEN, planned, VISITED_AT, visited } from '../domain/visit/testing'
import { openMonth, takeSnapshot } from '../domain/visitMonth/commands'
import { returnRoundSchema, returnVisitSchema, visitMonthSchema, visitSchema } from './visit'

const ctx = contextAt('2026-12-02T01:00:00.000Z')
const target = {
  unitId: null,
  unitCode: '5-2-301',
  name: '',
  phone: '',
  source: { kind: 'free' as const, recordId: null, number: '' },
  day: null,
}
const entry = {
  person: { personId: null, unitId: null, name: '单雄信', phone: '', unitCode: '5-2-301' },
  source: target.source,
  visitedAt: VISITED_AT,
  way: 'phone' as const,
  content: '好',
  satisfaction: 'A' as const,
  visitedBy: '',
}

describe('validators of visits, their months and return visits', () => {
  it.each([
    ['visit', visitSchema, visited({}, { feedbackNeeded: true, feedbackDueOn: '2026-11-20' })],
    ['planned visit', visitSchema, planned()],
    ['month', visitMonthSchema, takeSnapshot(openMonth('2026-11', true, ctx), 641, ctx)],
    [
      'return visit',
      returnVisitSchema,
      accepted(returnVisit.register(GIVEN, { entry, round: '2026-Q4' }, null, ctx)),
    ],
    ['blank row', returnVisitSchema, accepted(returnVisit.reserve(GIVEN, ctx))],
    ['round', returnRoundSchema, accepted(addTargets('2026-Q4', null, [target], ctx))],
  ])('accept what the rules of a %s make, and nothing more or less', (_name, schema, row) => {
    expect(schema.safeParse(row)).toMatchObject({ success: true, data: row })
    expect(schema.safeParse({ ...row, stranger: 1 }).success).toBe(false)
    expect(schema.safeParse({ ...row, id: undefined }).success).toBe(false)
  })
})
