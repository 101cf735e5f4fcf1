import type { Slice } from '../../domain/month/statistics'
import type { Words } from '../words'
import { percentText, sliceName } from './figureText'
import { grouped } from './fit'

/** Whether a chart speaks of a month or of a week. */
export type Period = 'month' | 'week'

/** More lines than this that are equally many are not named one by one. */
const MOST_NAMED = 3

/** What lying bars say: which line is the largest. `subject`: `report:chart.<subject>`. */
export function barsTitle(slices: readonly Slice[], subject: string, period: Period, words: Words): string {
  const total = slices.reduce((sum, { value }) => sum + value, 0)
  if (total === 0) return words(`report:chart.${subject}.none`, { period: words(`report:period.${period}`) })
  const most = Math.max(...slices.map(({ value }) => value))
  const top = slices.filter(({ value }) => value === most)
  const said = { subject: words(`report:chart.${subject}.subject`), count: grouped(most) }
  const names = top.map((slice) => sliceName(slice, words))
  const [name = ''] = names
  if (most === total) return words('report:chart.bars.only', { ...said, name })
  if (top.length === 1)
    return words('report:chart.bars.top', { ...said, name, percent: percentText(most, total) ?? '' })
  if (top.length > MOST_NAMED) return words('report:chart.bars.even', { ...said, many: top.length })
  return words('report:chart.bars.tie', { ...said, names: names.join(words('report:chart.and')) })
}

/** How many came in, against the period before: 本月投诉 42 件，比上月少 9 件. `before` null where nobody knows. */
export function addedTitle(added: number, before: number | null, period: Period, words: Words): string {
  const said = {
    period: words(`report:period.${period}`),
    before: words(`report:period.${period}Before`),
    count: grouped(added),
  }
  if (before === null) return words('report:chart.months.alone', said)
  if (before === added) return words('report:chart.months.same', said)
  const way = added > before ? 'more' : 'fewer'
  return words(`report:chart.months.${way}`, { ...said, by: grouped(Math.abs(added - before)) })
}

/** A part of a whole in a sentence, or that there is no whole. */
export function shareTitle(
  part: number,
  whole: number,
  subject: string,
  period: Period,
  words: Words,
): string {
  const percent = percentText(part, whole)
  if (percent === null)
    return words(`report:chart.${subject}.none`, { period: words(`report:period.${period}`) })
  return words(`report:chart.${subject}.title`, { part: grouped(part), whole: grouped(whole), percent })
}
