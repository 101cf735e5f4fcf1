/** The table that the bench prints. */

/**
 * @typedef {object} Row
 * @property {string} operation
 * @property {number} figure This app's, in `unit`.
 * @property {string} [unit] ms unless said.
 * @property {{ name: string, figure: number }} [instead] What it is compared with, in the same unit.
 * @property {{ figure?: number, ratio?: number }} [limit] Neither the figure nor the ratio to `instead` may be above.
 */

const HEADS = ['operation', 'this app', 'compared with', 'its figure', 'ratio', 'limit', '']

/** @param {Row} row @returns {number | undefined} How many times as much as what it is compared with. */
export function ratioOf({ figure, instead }) {
  return instead === undefined || instead.figure === 0 ? undefined : figure / instead.figure
}

/** @param {Row} row @returns {boolean} Whether it stays within its limits; true where there are none. */
export function isWithin(row) {
  const { figure = Number.POSITIVE_INFINITY, ratio = Number.POSITIVE_INFINITY } = row.limit ?? {}
  return row.figure <= figure && (ratioOf(row) ?? 0) <= ratio
}

/** @param {readonly Row[]} rows @returns {string} Lines with columns by spaces. */
export function tableOf(rows) {
  const cells = [HEADS, ...rows.map(cellsOf)]
  const widths = HEADS.map((_head, at) => Math.max(...cells.map((row) => (row[at] ?? '').length)))
  const lines = cells.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  const rule = widths
    .map((width) => '-'.repeat(width))
    .join('  ')
    .trimEnd()
  return [lines[0], rule, ...lines.slice(1)].join('\n')
}

/** @param {Row} row @returns {string[]} */
function cellsOf(row) {
  const { operation, figure, unit = 'ms', instead, limit } = row
  const ratio = ratioOf(row)
  const limits = [
    ...(limit?.figure === undefined ? [] : [`${limit.figure} ${unit}`]),
    ...(limit?.ratio === undefined ? [] : [`${limit.ratio} x`]),
  ]
  return [
    operation,
    `${plain(figure)} ${unit}`,
    instead?.name ?? '',
    instead === undefined ? '' : `${plain(instead.figure)} ${unit}`,
    ratio === undefined ? '' : `${plain(ratio)} x`,
    limits.join(', '),
    limits.length === 0 ? '' : isWithin(row) ? 'ok' : 'OVER',
  ]
}

/** @param {number} value @returns {string} Two or three figures that mean something. */
function plain(value) {
  if (value > 0 && value < 0.1) return value.toPrecision(2)
  if (value >= 100) return value.toFixed(0)
  return value >= 10 ? value.toFixed(1) : value.toFixed(2)
}
