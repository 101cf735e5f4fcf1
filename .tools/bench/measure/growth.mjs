/** How each operation's time goes with the size of the office (issue "Growth"): a curve that bends is seen. */
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PlainError, say } from '../../lib/say.mjs'
import { fillDesk, withDesk } from '../fillDesk.mjs'
import { median, p95 } from '../stats.mjs'
import { addFiles } from './backupDesk.mjs'
import { startApp } from './start.mjs'
import { traceOperation } from './trace.mjs'

const ROUNDS = 12
const START_ROUNDS = 3
const READY_ROUNDS = 3
const SAVES = 60
/** Saves that warm up what follows. */
const SETTLING = 10
/** Attachments of an office; they lie at its first records. */
const FILES = 20
/** Beside the data folder: the office is filled and may be used again. */
const MARK = 'filled.json'

/** @typedef {Record<string, number>} Figures */

/**
 * What may not grow, by the targets: the rest is only shown. Of a save the ratio to the smallest office.
 * @type {Record<string, { figure?: number, ratio?: number }>}
 */
const LIMITS = {
  'start to usable': { figure: 1500, ratio: 1.2 },
  'save, p95': { figure: 30, ratio: 2 },
  'list, first page': { figure: 10 },
  'list, page at 90 %': { figure: 10 },
  'list, three filters': { figure: 10 },
  'list, three filters, page at 90 %': { figure: 10 },
  'search ready': { figure: 2000 },
  'memory of all processes, search ready': { figure: 400 },
}

/**
 * Figures of every size; the rows compare the largest office with the smallest.
 * @param {import('../bench.mjs').Bench} bench
 * @returns {Promise<import('../table.mjs').Row[]>}
 */
export async function measureGrowth(bench) {
  const { sizes, trace } = bench.options
  if (trace !== undefined) {
    await traceSlowest(bench, sizes.at(-1) ?? 0, trace)
    return []
  }
  /** @type {Figures[]} */
  const columns = []
  for (const size of sizes) columns.push(await measureSize(bench, size))
  say(`\n${growthTable(sizes, columns)}`)
  const [smallest = {}, largest = {}] = [columns[0], columns.at(-1)]
  const name = `${(sizes[0] ?? 0).toLocaleString('en')} complaints`
  return Object.entries(largest).map(([operation, figure]) => {
    const instead = { name, figure: smallest[operation] ?? 0 }
    const limit = LIMITS[operation] ?? searchLimit(operation, sizes.at(-1) ?? 0)
    const unit = operation.startsWith('memory') ? 'MB' : 'ms'
    return { operation, figure, unit, instead, ...(limit ? { limit } : {}) }
  })
}

/** @param {string} operation @param {number} size */
function searchLimit(operation, size) {
  return operation.startsWith('search:') ? { figure: size > 100_000 ? 50 : 10 } : undefined
}

/**
 * A profile of the operation that takes longest, and no other figures: the page is built with its functions' names, and
 * nothing is saved, so that a desk that is kept stays as it is.
 * @param {import('../bench.mjs').Bench} bench
 * @param {number} size
 * @param {string} folder
 */
async function traceSlowest(bench, size, folder) {
  const data = await officeOf(bench, size)
  await withDesk(bench, data, async (desk) => {
    await desk.page('growthSearchReady', { anew: false })
    /** @type {Record<string, number[]>} */
    const times = await desk.page('growthTimes', { rounds: ROUNDS * bench.options.repeat })
    await traceOperation(desk, slowestOf(times, bench.options.of), folder)
  })
}

/**
 * The name of the operation with the greatest p95, of those whose name holds some words.
 * @param {Record<string, number[]>} times
 * @param {string} words
 */
export function slowestOf(times, words) {
  const named = Object.entries(times).filter(([name]) => name.includes(words))
  const [slowest] = named.toSorted(([, a], [, b]) => p95(b) - p95(a))
  if (!slowest) throw new PlainError(`None of these is called ${words}: ${Object.keys(times).join('; ')}`)
  return slowest[0]
}

/** @param {import('../bench.mjs').Bench} bench @param {number} size @returns {Promise<Figures>} */
async function measureSize(bench, size) {
  const data = await officeOf(bench, size)
  const began = performance.now()
  const { repeat } = bench.options
  /** @type {number[]} */
  const starts = []
  // The first fills the caches of the system and of Chromium.
  for (let round = -1; round < START_ROUNDS * repeat; round += 1) {
    const ms = await startApp(bench.electron, data, bench.folder)
    if (round >= 0) starts.push(ms)
  }
  const figures = await withDesk(bench, data, async (desk) => {
    const ready = []
    const anew = await desk.page('growthSearchReady', { anew: true })
    for (let round = 0; round < READY_ROUNDS; round += 1) {
      ready.push(await desk.page('growthSearchReady', { anew: false }))
    }
    const { all, once, page } = await desk.call('memory')
    /** @type {Record<string, number[]>} */
    const times = await desk.page('growthTimes', { rounds: ROUNDS * repeat })
    await desk.page('prepareSaves')
    const saves = await desk.page('saveBlock', { way: 'app', count: SAVES * repeat + SETTLING })
    return {
      'start to usable': median(starts),
      'search ready': median(ready),
      'search ready, nothing stored': anew,
      'memory of all processes, search ready': all,
      ...(once === null ? {} : { 'memory, shared pages once, search ready': once }),
      'memory of the window, search ready': page,
      'save, p95': p95(saves.times.slice(SETTLING)),
      ...Object.fromEntries(Object.entries(times).map(([name, one]) => [name, p95(one)])),
    }
  })
  say(`Measured ${size.toLocaleString('en')} complaints (${seconds(began)} s).`)
  return figures
}

/**
 * The data folder of an office of that size, filled or as the last run left it.
 * @param {import('../bench.mjs').Bench} bench
 * @param {number} size
 */
async function officeOf(bench, size) {
  const data = join(bench.options.desk ?? join(bench.folder, 'growth'), String(size))
  const mark = `${data}.${MARK}`
  if (existsSync(mark)) return data
  await mkdir(data, { recursive: true })
  await withDesk(bench, data, async () => undefined)
  await fillDesk({ ...bench, options: { ...bench.options, records: size } }, data, 'fill', 'complaints')
  await withDesk(bench, data, (desk) => addFiles(desk, FILES))
  await writeFile(mark, JSON.stringify({ size }))
  return data
}

/**
 * One line an operation, one column a size, and how many times as long the largest takes as the smallest.
 * @param {readonly number[]} sizes
 * @param {readonly Figures[]} columns
 */
export function growthTable(sizes, columns) {
  const heads = ['p95, ms', ...sizes.map((size) => size.toLocaleString('en')), 'ratio']
  const names = Object.keys(columns[0] ?? {})
  const lines = names.map((name) => {
    const figures = columns.map((column) => column[name] ?? Number.NaN)
    const [first = 0, last = 0] = [figures[0], figures.at(-1)]
    return [name, ...figures.map(plain), first > 0 ? `${(last / first).toFixed(2)} x` : '']
  })
  const widths = heads.map((head, at) =>
    Math.max(head.length, ...lines.map((line) => (line[at] ?? '').length)),
  )
  const rows = [heads, ...lines].map((cells) =>
    cells
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  '),
  )
  return [rows[0], widths.map((width) => '-'.repeat(width)).join('  '), ...rows.slice(1)].join('\n')
}

/** @param {number} value */
function plain(value) {
  return value >= 100 ? value.toFixed(0) : value.toFixed(1)
}

/** @param {number} began */
function seconds(began) {
  return Math.round((performance.now() - began) / 1000)
}
