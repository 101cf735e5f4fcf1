import type {
  Figure,
  MonthStatistics,
  RegisterFigures,
  Slice,
  SpanStatistics,
  Spread,
} from '../../domain/month/statistics'
import type { MonthId } from '../../util/months'
import type { Words } from '../words'
import type { Chart, ChartGoal, ChartRow } from './chart'
import { percentText, sliceName } from './figureText'
import { grouped } from './fit'
import { addedTitle, barsTitle, type Period, shareTitle } from './titles'

// The charts of domain 12 know their figures by key; everything else goes through all registers alike. A chart whose
// figure no register gives is left out.

function spreadOf({ registers }: SpanStatistics, key: string): Spread | undefined {
  return registers.flatMap(({ spreads }) => spreads).find((spread) => spread.key === key)
}

function figureOf({ registers }: SpanStatistics, key: string): Figure | undefined {
  return registers.flatMap(({ figures }) => figures).find((figure) => figure.key === key)
}

/** Up to so many lines those that are 0 are shown as well. */
const MOST_WITH_ZEROS = 6

function rowsOf(slices: readonly Slice[], words: Words): ChartRow[] {
  const total = sumOf(slices)
  return slices.map((slice) => {
    const { value } = slice
    const percent = percentText(value, total)
    const said =
      percent === null ? grouped(value) : words('report:chart.share', { value: grouped(value), percent })
    return { name: sliceName(slice, words), value, said }
  })
}

function barsChart(
  now: SpanStatistics,
  key: string,
  subject: string,
  period: Period,
  words: Words,
): Chart | null {
  const spread = spreadOf(now, key)
  if (!spread) return null
  const title = barsTitle(spread.slices, subject, period, words)
  const some = spread.slices.filter(({ value }) => value > 0)
  const all = spread.slices.length <= MOST_WITH_ZEROS
  const shown = some.length === 0 ? [] : all ? spread.slices : some
  const left = some.length === 0 ? 0 : spread.slices.length - shown.length
  const rest = left > 0 ? words('report:chart.rest', { count: left }) : ''
  return { kind: 'bars', key, title, rows: rowsOf(shown, words), rest }
}

/** One whole and its parts, with a sentence on `part` of it. */
function sharesChart(
  slices: readonly Slice[],
  part: number,
  { key, subject }: { key: string; subject: string },
  period: Period,
  words: Words,
): Chart {
  const whole = sumOf(slices)
  const title = shareTitle(part, whole, subject, period, words)
  return { kind: 'shares', key, title, rows: whole === 0 ? [] : rowsOf(slices, words) }
}

function sumOf(slices: readonly Slice[]): number {
  return slices.reduce((sum, { value }) => sum + value, 0)
}

function punctualChart(now: SpanStatistics, period: Period, words: Words): Chart | null {
  const key = 'complaint.punctuality'
  const spread = spreadOf(now, key)
  if (!spread) return null
  const inTime = spread.slices.filter((slice) => slice.key === 'inTime')
  return sharesChart(spread.slices, sumOf(inTime), { key, subject: 'punctual' }, period, words)
}

/** What counts as satisfied: 满意 and 较满意 (domain 12); who was not reached said nothing. */
const SATISFIED = new Set(['satisfied', 'fairlySatisfied'])

function satisfactionChart(now: SpanStatistics, period: Period, words: Words): Chart | null {
  const key = 'complaint.satisfaction'
  const spread = spreadOf(now, key)
  if (!spread) return null
  const reached = spread.slices.filter((slice) => slice.key !== 'notReached')
  const satisfied = reached.filter((slice) => SATISFIED.has(slice.key))
  return sharesChart(reached, sumOf(satisfied), { key, subject: 'satisfaction' }, period, words)
}

function goalOf(figure: Figure, words: Words): ChartGoal[] {
  const { value, denominator, target, key } = figure
  const percent = denominator === null ? null : percentText(value, denominator)
  if (!target || denominator === null || percent === null) return []
  const word = target.exceeds ? 'moreThan' : 'atLeast'
  return [
    {
      name: words(`statistics:figure.${key}`),
      percent: Number(percent),
      target: target.percent,
      said: `${grouped(value)}/${grouped(denominator)} = ${percent}%`,
      targetSaid: words(`report:chart.goals.${word}`, { percent: target.percent }),
    },
  ]
}

/** Whether a rate reaches its target; null without either. */
export function isReached({ value, denominator, target }: Figure): boolean | null {
  if (!target || !denominator) return null
  const share = value * 100
  const needed = target.percent * denominator
  return target.exceeds ? share > needed : share >= needed
}

function goalsChart(now: SpanStatistics, keys: readonly string[], words: Words): Chart | null {
  const figures = keys.flatMap((key) => figureOf(now, key) ?? [])
  const [first] = figures
  if (!first) return null
  const reached = isReached(first)
  const title =
    reached === null
      ? words('report:chart.goals.none')
      : words('report:chart.goals.title', {
          name: words(`statistics:figure.${first.key}`),
          part: grouped(first.value),
          whole: grouped(first.denominator ?? 0),
          reached: words(`report:chart.goals.${reached ? 'reached' : 'missed'}`),
        })
  return {
    kind: 'goals',
    key: 'visit.goals',
    title,
    goals: figures.flatMap((figure) => goalOf(figure, words)),
  }
}

function monthName(month: MonthId, index: number, words: Words): string {
  const [year = '', number = ''] = month.split('-')
  const first = index === 0 || number === '01'
  const said = { year: year.slice(2), month: Number(number) }
  return words(first ? 'report:chart.monthName' : 'report:chart.monthShort', said)
}

function carryOverOf({ registers }: SpanStatistics, table: string): RegisterFigures['carryOver'] {
  return registers.find((register) => register.table === table)?.carryOver ?? null
}

function monthsChart({ now, before, lines }: MonthStatistics, words: Words): Chart | null {
  const line = lines.find(({ table }) => table === 'complaints')
  const carried = carryOverOf(now, 'complaints')
  if (!line || !carried) return null
  const added = (before && carryOverOf(before, 'complaints')?.added) ?? null
  return {
    kind: 'months',
    key: 'complaint.line',
    title: addedTitle(carried.added, added, 'month', words),
    months: line.points.map((point, index) => ({ ...point, name: monthName(point.month, index, words) })),
    words: {
      added: words('report:chart.added'),
      // 作废 and 并案 end a matter too: the line does not tell them apart.
      completed: words('report:chart.ended'),
      carriedOut: words('report:chart.carriedOut'),
    },
  }
}

/** Charts of a span: of a month all but its line, of a week all that a week has. */
export function spanCharts(now: SpanStatistics, period: Period, words: Words): Chart[] {
  const charts = [
    barsChart(now, 'complaint.cause', 'cause', period, words),
    barsChart(now, 'complaint.channel', 'channel', period, words),
    punctualChart(now, period, words),
    satisfactionChart(now, period, words),
    barsChart(now, 'incident.kind', 'kind', period, words),
    barsChart(now, 'lostItem.ageing', 'ageing', period, words),
    period === 'month' ? goalsChart(now, ['visit.monthGoal', 'visit.yearGoal'], words) : null,
  ]
  return charts.filter((chart) => chart !== null)
}

/** The charts of domain 12, in the order in which they are read. */
export function monthCharts(statistics: MonthStatistics, words: Words): Chart[] {
  const line = monthsChart(statistics, words)
  return [...(line ? [line] : []), ...spanCharts(statistics.now, 'month', words)]
}
