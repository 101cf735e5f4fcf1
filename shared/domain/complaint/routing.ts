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

/** 责任部门 that a complaint can go to: 管理处, 客服部, 维修班, 安全部. */
export const DEPARTMENTS = ['office', 'service', 'maintenance', 'security'] as const
export type Department = (typeof DEPARTMENTS)[number]

/** What 派工 is filled in with; to be changed freely. */
export interface Route {
  department: Department
  /** 责任人 by their posts; empty where the team itself names somebody. */
  responsible: readonly RoutingTarget[]
  /** Whether 程度 decided, and not the cause alone: part of the reason that is shown. */
  bySeverity: boolean
}

/** 派工 as the suggestion has it: the team that does the work, and the posts that answer for it (domain 5). */
export function routeFor(cause: Cause, severity: Severity): Route {
  const targets = suggestRouting(cause, severity)
  return {
    department: departmentFor(cause),
    responsible: targets.filter((target) => target !== 'maintenance'),
    bySeverity: cause === 'facilities',
  }
}

function departmentFor(cause: Cause): Department {
  if (cause === 'facilities') return 'maintenance'
  if (cause === 'safetyParking') return 'security'
  return cause === 'fees' || cause === 'attitude' ? 'office' : 'service'
}

/** 重要/重大, or any loss or injury, asks for a 《事故报告》 as well (domain 5). */
export function asksForIncidentReport(judgement: Judgement | null, lossOrInjury: boolean): boolean {
  return lossOrInjury || (judgement !== null && judgement.severity !== 'minor')
}
