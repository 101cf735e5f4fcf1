import { monthGoal, percentOf, yearGoal } from '../../domain/visit/goals'
import type { VisitSummaryInput } from './input'

type Figure = Parameters<typeof percentOf>[0]

function rate(figure: Figure): string {
  const percent = percentOf(figure)
  const share = percent === null ? '无' : `${percent.toFixed(1)}%`
  return `${figure.numerator}户 ÷ ${figure.denominator}户 = ${share}`
}

function reached(said: boolean | null): string {
  if (said === null) return '没有入住户'
  return said ? '已达到' : '未达到'
}

/** Both goals in words, with numerator, denominator and definition (domain 8, 12); '' where nothing is known yet. */
export function goalTexts({ month, goals: live }: VisitSummaryInput): { month: string; year: string } {
  const goals = month.goals ?? live
  if (!goals) return { month: '', year: '' }
  const ofMonth = monthGoal(goals.month.numerator, goals.month.denominator)
  const ofYear = yearGoal(goals.year.numerator, goals.year.denominator)
  return {
    month: `访问${rate(ofMonth)}；目标不少于5%，即${ofMonth.needed}户：${reached(ofMonth.reached)}`,
    year: `上门${rate(ofYear)}；目标超过80%，即${ofYear.needed}户：${reached(ofYear.reached)}`,
  }
}

/** 自住+出租 at the month's end, and when it was counted where that was late. */
export function snapshotText({ month: { snapshot } }: VisitSummaryInput): string {
  return snapshot ? `${snapshot.occupied}户（${snapshot.day}${snapshot.late ? '，补记' : ''}）` : ''
}
