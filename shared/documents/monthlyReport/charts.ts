import type { Chart } from '../charts/chart'
import { drawChart } from '../charts/draw'
import { svgBlock } from '../charts/svg'
import type { Block } from '../definition'
import { A4_WIDTH } from '../layout/measures'
import { type Coverage, runs } from '../runs'

const GAP = 18
const HALF = (A4_WIDTH - GAP) / 2
/** Of the whole width a chart with so many lines, or with words too long for half of it. */
const WIDE_ROWS = 13

function isEmpty(chart: Chart): boolean {
  if (chart.kind === 'months') return false
  return chart.kind === 'goals' ? chart.goals.length === 0 : chart.rows.length === 0
}

function isWide(chart: Chart): boolean {
  return chart.kind === 'months' || (chart.kind === 'bars' && chart.rows.length > WIDE_ROWS)
}

/** Title and drawing, kept on one page. */
function chartBlock(chart: Chart, width: number, coverage: Coverage): Block {
  const title: Block = {
    text: runs(chart.title, coverage, width / 10.5),
    bold: true,
    margin: [0, 0, 0, 4],
  }
  return { stack: [title, svgBlock(drawChart(chart, width), coverage)], width }
}

/** Charts one below the other, two beside each other where they are narrow; one of nothing says so in the summary. */
export function chartBlocks(charts: readonly Chart[], coverage: Coverage): Block[] {
  const rows: Chart[][] = []
  for (const chart of charts.filter((one) => !isEmpty(one))) {
    const last = rows.at(-1)
    if (last?.length === 1 && last[0] && !isWide(last[0]) && !isWide(chart)) last.push(chart)
    else rows.push([chart])
  }
  return rows.map((row): Block => {
    const [only] = row
    const width = row.length === 1 && only && isWide(only) ? A4_WIDTH : HALF
    const columns = row.map((chart) => chartBlock(chart, width, coverage))
    return { stack: [{ columns, columnGap: GAP }], unbreakable: true, margin: [0, 4, 0, 8] }
  })
}
