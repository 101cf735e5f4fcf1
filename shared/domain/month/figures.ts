import type { Instant } from '../../util/instant'
import { begunWithin, countsAsNew, type MonthFacts } from './facts'
import type { Figure, FigureUnit, Slice, Spread } from './statistics'
import type { MonthView } from './view'

/** A figure that measures by itself: counts, 元, hours. */
export function plainFigure(key: string, value: number, unit: FigureUnit = 'count'): Figure {
  return { key, unit, value, denominator: null, target: null }
}

/** A rate: `part` of `whole`; with an empty denominator it prints 无 (domain 12). */
export function rateFigure(
  key: string,
  part: number,
  whole: number,
  target: Figure['target'] = null,
): Figure {
  return { key, unit: 'rate', value: part, denominator: whole, target }
}

/** An average, to one decimal; of nothing it prints 无. */
export function averageFigure(key: string, values: readonly number[], unit: FigureUnit): Figure {
  const sum = values.reduce((total, value) => total + value, 0)
  const value = values.length === 0 ? 0 : Math.round((sum / values.length) * 10) / 10
  return { key, unit, value, denominator: values.length === 0 ? 0 : null, target: null }
}

/** How rows spread over a closed list, in its order and with zeros. `namespace` holds the words: `incidents:kind.fire`. */
export function closedSpread<R>(
  key: string,
  options: readonly string[],
  words: string,
  rows: readonly R[],
  optionOf: (row: R) => string | null,
): Spread {
  const counts = countBy(rows, optionOf)
  const slices = options.map(
    (option): Slice => ({
      key: option,
      name: { word: `${words}.${option}` },
      value: counts.get(option) ?? 0,
    }),
  )
  return { key, slices }
}

/** How many rows stand under each key; those of null under none. */
export function countBy<R>(rows: readonly R[], keyOf: (row: R) => string | null): Map<string, number> {
  const counts = new Map<string, number>()
  for (const row of rows) {
    const key = keyOf(row)
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

/** Rows that count as 本月新增 of the view's span. */
export function addedIn<R>(facts: MonthFacts<R>, rows: readonly R[], { span }: Pick<MonthView, 'span'>): R[] {
  return rows.filter((row) => begunWithin(facts, row, span) && countsAsNew(facts, row))
}

/** Whether something was due by a moment and is still waited for: 以内 includes the deadline itself (domain 3). */
export function isPast(dueAt: Instant | null, at: Instant): boolean {
  return dueAt !== null && dueAt < at
}
