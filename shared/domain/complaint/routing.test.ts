import { describe, expect, it } from 'vitest'
import { asksForIncidentReport, type Department, type RoutingTarget, routeFor } from './routing'
import { CAUSES, type Cause, type Judgement, SEVERITIES, type Severity } from './types'

describe('派工 as it is suggested (domain 5, "Routing suggestion")', () => {
  it.each<[Cause, Severity, Department, RoutingTarget[]]>([
    ['fees', 'minor', 'office', ['director', 'supervisor']],
    ['facilities', 'minor', 'maintenance', []],
    ['facilities', 'important', 'maintenance', ['director', 'supervisor']],
    ['facilities', 'major', 'maintenance', ['director', 'supervisor']],
    ['safetyParking', 'minor', 'security', ['supervisor', 'securityLead']],
    ['cleaningGreening', 'minor', 'service', ['supervisor']],
    ['attitude', 'minor', 'office', ['director']],
    ['neighbours', 'major', 'service', ['supervisor']],
  ])('%s, %s goes to %s', (cause, severity, department, responsible) => {
    expect(routeFor(cause, severity)).toMatchObject({ department, responsible })
  })

  it('names the severity as a reason just where it decides', () => {
    for (const cause of CAUSES) {
      const routes = SEVERITIES.map((severity) => JSON.stringify(routeFor(cause, severity).responsible))
      expect(routeFor(cause, 'minor').bySeverity).toBe(new Set(routes).size > 1)
    }
  })
})

describe('《事故报告》 as well (domain 5)', () => {
  const judgement = (severity: Severity): Judgement => ({
    nature: 'valid',
    severity,
    cause: 'facilities',
    judgedAt: '',
    judgedBy: '',
  })
  it.each<[Judgement | null, boolean, boolean]>([
    [null, false, false],
    [null, true, true],
    [judgement('minor'), false, false],
    [judgement('minor'), true, true],
    [judgement('important'), false, true],
    [judgement('major'), false, true],
  ])('%o with loss or injury %s: %s', (judged, loss, asked) => {
    expect(asksForIncidentReport(judged, loss)).toBe(asked)
  })
})
