import type { PrintDefinition } from '../../../shared/documents/definition'
import { monthlyReportForm } from '../../../shared/documents/monthlyReport/form'
import type { Coverage } from '../../../shared/documents/runs'
import { typicalMonth } from '../../../shared/documents/samples/months'
import type { Words } from '../../../shared/documents/words'
import type { ReportFacts } from '../../../shared/domain/monthReview/reportFacts'
import { Chance } from './chance'
import { madeUpText } from './madeUp'

/*
 * A 《客户服务月报》 of some forty pages: the figures and charts of the form's own sample, and more matters, incidents
 * and corrections than any office has, of which no two are alike.
 */

const OPEN = 440
const INCIDENTS = 130
const CORRECTIONS = 100

const locale = import.meta.glob<unknown>('../../../resources/locales/zh-CN/*.json', {
  eager: true,
  import: 'default',
})

function step(at: unknown, name: string): unknown {
  return at !== null && typeof at === 'object' ? (at as Record<string, unknown>)[name] : undefined
}

/** Words of the locale; the report's have no plurals. */
const words: Words = (key, params = {}) => {
  const [namespace = '', path = ''] = key.split(':')
  const text = path.split('.').reduce(step, locale[`../../../resources/locales/zh-CN/${namespace}.json`])
  if (typeof text !== 'string') throw new Error(`no word for ${key}`)
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''))
}

function two(value: number): string {
  return String(value + 1).padStart(2, '0')
}

/** A moment of November 2026, in the daytime of the estate. */
function moment(chance: Chance): string {
  return `2026-11-${two(chance.below(30))}T${two(chance.below(9))}:${two(chance.below(59))}:00.000Z`
}

function numbers(code: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => `客服-${code}-2026-${String(at + 1).padStart(4, '0')}`)
}

function factsOf(chance: Chance): ReportFacts {
  return {
    open: numbers('TS', OPEN).map((number) => ({
      table: 'complaints',
      number,
      state: chance.pick(['inProgress', 'suspended']),
      since: moment(chance),
      duty: 'promise',
      dueAt: moment(chance),
      overdue: chance.below(3) === 0,
      endedAt: null,
    })),
    incidents: numbers('SG', INCIDENTS).map((number) => ({
      number,
      kind: chance.pick(['waterLeak', 'theft', 'lift', 'powerCut', 'fallingObject'] as const),
      restricted: false,
      occurredAt: moment(chance),
      severity: chance.pick(['minor', 'important', 'major'] as const),
      state: 'approved',
      hasPrevention: chance.below(2) === 0,
    })),
    corrections: numbers('BG', CORRECTIONS).map((number) => ({
      number,
      target: `客服-TS-2026-${String(chance.below(9000)).padStart(4, '0')}`,
      month: '2026-10',
      state: 'applied',
      voids: chance.below(9) === 0,
      reason: madeUpText(chance),
      appliedAt: moment(chance),
    })),
  }
}

/** Reports of which no two are the same: `variant` counts them. */
export function monthForm(coverage: Coverage, variant: number): PrintDefinition {
  const month = typicalMonth(coverage, words)
  return monthlyReportForm({ ...month, facts: factsOf(new Chance(variant)) })
}
