/** Recurring duties of the 年度服务计划 (domain 12) that this release can show or note. */
export const PLAN_DUTIES = [
  'visits',
  'incidents',
  'weeklySummary',
  'monthlySummary',
  'training',
  'assessment',
  'archive',
  'households',
  'quarterlyRound',
] as const
export type PlanDuty = (typeof PLAN_DUTIES)[number]

/** Duties with a frequency† that the office may choose; the others are shares that must be reached. */
export const TIMED_DUTIES = [
  'weeklySummary',
  'monthlySummary',
  'training',
  'assessment',
  'households',
  'quarterlyRound',
] as const satisfies readonly PlanDuty[]
export type TimedDuty = (typeof TIMED_DUTIES)[number]

/** Once a week, a month, a quarter, half a year, a year; `off` where the office has no such duty. */
export const PLAN_FREQUENCIES = ['week', 'month', 'quarter', 'halfYear', 'year', 'off'] as const
export type PlanFrequency = (typeof PLAN_FREQUENCIES)[number]

/** How often each timed duty is to be done. */
export type ServicePlan = Record<TimedDuty, PlanFrequency>

/** 信息总结 weekly and monthly, 员工培训 weekly, 工作评估考核 and 更新业主资料 monthly, 季度回访 (domain 12). */
export const DEFAULT_PLAN: ServicePlan = {
  weeklySummary: 'week',
  monthlySummary: 'month',
  training: 'week',
  assessment: 'month',
  households: 'month',
  quarterlyRound: 'quarter',
}
