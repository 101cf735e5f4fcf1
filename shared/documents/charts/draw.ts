import { drawBars } from './bars'
import type { Chart } from './chart'
import { drawGoals } from './goals'
import { drawMonths } from './months'
import type { Drawing } from './shapes'
import { drawShares } from './shares'

/** Lays a chart out in so much width; its height follows. Its title stands beside it, as text. */
export function drawChart(chart: Chart, width: number): Drawing {
  switch (chart.kind) {
    case 'bars':
      return drawBars(chart.rows, chart.rest, width)
    case 'shares':
      return drawShares(chart.rows, width)
    case 'months':
      return drawMonths(chart.months, chart.words, width)
    case 'goals':
      return drawGoals(chart.goals, width)
  }
}
