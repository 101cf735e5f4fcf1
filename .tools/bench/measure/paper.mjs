/** A form to PDF, by the print worker and by Chromium. */
import { median } from '../stats.mjs'

const COLD_ROUNDS = 5
const WARM_ROUNDS = 20
const WARM_UP = 3
/** The target is for 200 forms; a quick run prints a part of them and takes the same part of the limit. */
const WHOLE_BATCH = 200
const QUICK_BATCH = 40
/** Of the report of forty pages, which takes as long as a dozen forms. */
const MONTH_ROUNDS = 5
const WARM_LIMIT = 0.35
const MONTH_LIMIT = 0.6
const SIZE_LIMIT_KB = 100
const WHOLE_BATCH_LIMIT = 30
const LONG_TASK_MS = 50

/** @typedef {{ ms: number, bytes: number, pages: number, longTask: number }} Printed */

/**
 * @param {import('../bench.mjs').Bench} bench
 * @param {import('../session.mjs').Session} desk
 * @returns {Promise<import('../table.mjs').Row[]>}
 */
export async function measurePaper({ options }, desk) {
  const cold = await measureCold(desk, COLD_ROUNDS * options.repeat)
  const typical = await measureWarm(desk, 'typical', WARM_ROUNDS * options.repeat)
  const longest = await measureWarm(desk, 'longest', Math.ceil((WARM_ROUNDS * options.repeat) / 2))
  const month = await measureWarm(desk, 'month', MONTH_ROUNDS * options.repeat)
  const warm = median(typical.app)
  const count = options.repeat > 1 ? WHOLE_BATCH : QUICK_BATCH
  /** @type {Pick<Printed, 'ms' | 'longTask'>} */
  const batch = await desk.page('printBatch', count)
  await desk.call('closeHtml')
  return [
    { operation: 'form to PDF, cold', ...cold },
    warmRow(`form to PDF, warm (${pages(typical)})`, typical),
    {
      operation: 'the same',
      figure: warm,
      instead: { name: "Chromium's load and print", figure: median(typical.rivalWithLoad) },
    },
    warmRow(`longest form to PDF, warm (${pages(longest)})`, longest),
    warmRow(`月报 to PDF, warm (${pages(month)})`, month, MONTH_LIMIT),
    {
      operation: `${count} forms in one go`,
      figure: batch.ms,
      instead: { name: 'one warm form', figure: warm },
      limit: { ratio: (WHOLE_BATCH_LIMIT * count) / WHOLE_BATCH },
    },
    {
      operation: 'longest time a print holds up the window',
      figure: Math.max(...[typical, longest, month, batch].map(({ longTask }) => longTask)),
      limit: { figure: LONG_TASK_MS },
    },
    {
      operation: 'size of the typical form',
      figure: typical.size / 1024,
      unit: 'KB',
      instead: { name: "Chromium's PDF of it", figure: typical.rivalSize / 1024 },
      limit: { figure: SIZE_LIMIT_KB },
    },
  ]
}

/**
 * @param {import('../session.mjs').Session} desk
 * @param {number} rounds
 */
async function measureCold(desk, rounds) {
  const app = []
  const rival = []
  for (let round = -1; round < rounds; round += 1) {
    const order = { sample: 'typical', variant: 1000 + round }
    const ours = await desk.page('printCold', order)
    await desk.call('closeHtml')
    const theirs = await printByChromium(desk, order)
    if (round < 0) continue
    app.push(ours.ms)
    rival.push(theirs.load + theirs.ms)
  }
  return {
    figure: median(app),
    instead: { name: 'Chromium: hidden window, load, print', figure: median(rival) },
  }
}

/**
 * Forms of which no two are the same, by a worker and a window that are both warm.
 * @param {import('../session.mjs').Session} desk
 * @param {'typical' | 'longest' | 'month'} sample
 * @param {number} rounds
 */
async function measureWarm(desk, sample, rounds) {
  /** @type {Printed[]} */
  const ours = []
  /** @type {(Omit<Printed, 'longTask'> & { load: number })[]} */
  const theirs = []
  for (let round = -WARM_UP; round < rounds; round += 1) {
    const order = { sample, variant: 2000 + round }
    const one = await desk.page('printWarm', order)
    const other = await printByChromium(desk, order)
    if (round < 0) continue
    ours.push(one)
    theirs.push(other)
  }
  return {
    app: ours.map(({ ms }) => ms),
    rival: theirs.map(({ ms }) => ms),
    rivalWithLoad: theirs.map(({ ms, load }) => ms + load),
    longTask: Math.max(...ours.map(({ longTask }) => longTask)),
    size: ours[0]?.bytes ?? 0,
    rivalSize: theirs[0]?.bytes ?? 0,
    pages: ours[0]?.pages ?? 0,
    rivalPages: theirs[0]?.pages ?? 0,
  }
}

/**
 * @param {import('../session.mjs').Session} desk
 * @param {{ sample: string, variant: number }} order
 */
async function printByChromium(desk, order) {
  const load = await desk.call('loadHtml', await desk.page('formHtml', order))
  const printed = await desk.call('printHtml')
  return { ...printed, load }
}

/** @param {{ pages: number, rivalPages: number }} of */
function pages({ pages: ours, rivalPages }) {
  return `pages: ${ours}, Chromium ${rivalPages}`
}

/**
 * @param {string} operation
 * @param {{ app: number[], rival: number[] }} times
 * @param {number} [ratio] of the limit
 * @returns {import('../table.mjs').Row}
 */
function warmRow(operation, { app, rival }, ratio = WARM_LIMIT) {
  return {
    operation,
    figure: median(app),
    instead: { name: "Chromium's print call", figure: median(rival) },
    limit: { ratio },
  }
}
