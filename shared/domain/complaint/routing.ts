import type { Cause, Judgement, Severity } from './types'

/** Whom a complaint goes to: 主任, 客服主管, 维修班, 保安班长. */
export const ROUTING_TARGETS = ['director', 'supervisor', 'maintenance', 'securityLead'] as const
export type RoutingTarget = (typeof ROUTING_TARGETS)[number]

/**
 * Routing suggestion by 原因类别 (domain 5), in the order in which they are asked. 设施设备 that is not 轻微 goes to 主任
 * and 客服主管. Causes the rule does not name go to 客服主管, who verifies ordinary cases.
 */
export function suggestRouting(cause: Cause, severity: Severity): RoutingTarget[] {
  switch (cause) {
    case 'fees':
      return ['director', 'supervisor']
    case 'facilities':
      return severity === 'minor' ? ['maintenance'] : ['director', 'supervisor']
    case 'safetyParking':
      return ['supervisor', 'securityLead']
    case 'attitude':
      return ['director']
    default:
      return ['supervisor']
  }
}

/** 重要/重大, or any loss or injury, asks for a 《事故报告》 as well (domain 5). */
export function asksForIncidentReport(judgement: Judgement | null, lossOrInjury: boolean): boolean {
  return lossOrInjury || (judgement !== null && judgement.severity !== 'minor')
}
