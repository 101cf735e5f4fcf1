/** A form to PDF, by the print worker and by Chromium. */
import { median } from '../stats.mjs'

const COLD_ROUNDS = 5
const WARM_ROUNDS = 20
const WARM_UP = 3
/** The target is for 200 forms; a quick run prints a part of them and takes the same part of the limit. */
const WHOLE_BATCH = 200
const QUICK_BATCH = 40
const WARM_LIMIT = 0.35
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
  const warm = median(typical.app)
  const count = options.repeat > 1 ? WHOLE_BATCH : QUICK_BATCH
  const batch = await desk.page('printBatch', count)
  return [
    { operation: 'form to PDF, cold', ...cold },
    warmRow(`form to PDF, warm (${pages(typical)})`, typical),
    warmRow(`longest form to PDF, warm (${pages(longest)})`, longest),
    {
      operation: `${count} forms in one go`,
      figure: batch,
      instead: { name: 'one warm form', figure: warm },
      limit: { ratio: (WHOLE_BATCH_LIMIT * count) / WHOLE_BATCH },
    },
    {
      operation: 'longest time a print holds up the window',
      figure: longest.longTask,
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
  const html = await desk.page('formHtml', 'typical')
  const app = []
  const rival = []
  for (let round = -1; round < rounds; round += 1) {
    const ours = await desk.page('printCold', 'typical')
    const load = await desk.call('loadHtml', html)
    const print = await desk.call('printHtml')
    if (round < 0) continue
    app.push(ours.ms)
    rival.push(load + print.ms)
  }
  return {
    figure: median(app),
    instead: { name: 'Chromium: hidden window, load, print', figure: median(rival) },
  }
}

/**
 * @param {import('../session.mjs').Session} desk
 * @param {'typical' | 'longest'} sample
 * @param {number} rounds
 */
async function measureWarm(desk, sample, rounds) {
  await desk.call('loadHtml', await desk.page('formHtml', sample))
  /** @type {Printed[]} */
  const ours = []
  /** @type {Printed[]} */
  const theirs = []
  for (let round = -WARM_UP; round < rounds; round += 1) {
    const one = await desk.page('printWarm', sample)
    const other = await desk.call('printHtml')
    if (round < 0) continue
    ours.push(one)
    theirs.push(other)
  }
  await desk.call('closeHtml')
  return {
    app: ours.map(({ ms }) => ms),
    rival: theirs.map(({ ms }) => ms),
    longTask: Math.max(...ours.map(({ longTask }) => longTask)),
    size: ours[0]?.bytes ?? 0,
    rivalSize: theirs[0]?.bytes ?? 0,
    pages: ours[0]?.pages ?? 0,
    rivalPages: theirs[0]?.pages ?? 0,
  }
}

/** @param {{ pages: number, rivalPages: number }} of */
function pages({ pages: ours, rivalPages }) {
  return `pages: ${ours}, Chromium ${rivalPages}`
}

/**
 * @param {string} operation
 * @param {{ app: number[], rival: number[] }} times
 * @returns {import('../table.mjs').Row}
 */
function warmRow(operation, { app, rival }) {
  return {
    operation,
    figure: median(app),
    instead: { name: "Chromium's print call", figure: median(rival) },
    limit: { ratio: WARM_LIMIT },
  }
}
