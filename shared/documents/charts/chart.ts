import { grouped } from './fit'

/** One line of a chart of bars, or one part of a whole: its name, its value, and how that is written. */
export interface ChartRow {
  name: string
  value: number
  /** `12（28.6%）` */
  said: string
}

/** One month of the 12-month line. */
export interface ChartMonth {
  /** `25年12月` */
  name: string
  added: number
  completed: number
  carriedOut: number
}

/** How far a goal is, in percent. */
export interface ChartGoal {
  name: string
  percent: number
  target: number
  /** `22/412 = 5.3%` */
  said: string
  /** `目标 5%` */
  targetSaid: string
}

interface Common {
  /** `complaint.cause`; one chart a key. */
  key: string
  /** What it says, as a sentence made from its figures. */
  title: string
}

/** A chart before it is laid out: one message each (ui, "Look"). */
export type Chart = Common &
  (
    | {
        kind: 'bars'
        rows: ChartRow[] /** Said of the lines that are 0 and left out; '' for none. */
        rest: string
      }
    | { kind: 'shares'; rows: ChartRow[] }
    | {
        kind: 'months'
        months: ChartMonth[]
        words: { added: string; completed: string; carriedOut: string }
      }
    | { kind: 'goals'; goals: ChartGoal[] }
  )

/** The table behind a chart: what it shows, for whoever cannot see it. */
export interface ChartTable {
  head: string[]
  rows: string[][]
}

/** What each chart shows as a table: first its names, then its values as they are written. */
export function tableOf(chart: Chart): ChartTable {
  switch (chart.kind) {
    case 'months': {
      const { added, completed, carriedOut } = chart.words
      const rows = chart.months.map((month) => [
        month.name,
        grouped(month.added),
        grouped(month.completed),
        grouped(month.carriedOut),
      ])
      return { head: ['', added, completed, carriedOut], rows }
    }
    case 'goals':
      return { head: [], rows: chart.goals.map(({ name, said, targetSaid }) => [name, said, targetSaid]) }
    default:
      return { head: [], rows: chart.rows.map(({ name, said }) => [name, said]) }
  }
}

/** Every text that a chart shows, to look for characters that no font has. */
export function chartTexts(chart: Chart): string[] {
  const { head, rows } = tableOf(chart)
  return [chart.title, ...head, ...rows.flat(), ...(chart.kind === 'bars' ? [chart.rest] : [])]
}
