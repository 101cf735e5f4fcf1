/** Saving a complaint, in an office without and in one with many. */
import { median, p95 } from '../stats.mjs'

const ROUNDS = 120
const WARM_UP = 15
const LIMIT_MS = 30
const RAW_LIMIT = 2
const GROWTH_LIMIT = 2

/** @typedef {{ app: number[], raw: number[], pouch: number[] }} Times */

/** Each way comes first, second and third equally often. */
const ORDERS = /** @type {const} */ ([
  ['app', 'raw', 'pouch'],
  ['raw', 'pouch', 'app'],
  ['pouch', 'app', 'raw'],
])

/**
 * Saves in both offices, which take turns.
 * @param {import('../bench.mjs').Bench} bench
 * @param {{ empty: import('../session.mjs').Session, full: import('../session.mjs').Session }} desks
 * @returns {Promise<import('../table.mjs').Row[]>}
 */
export async function measureSaves({ options }, { empty, full }) {
  await full.page('fillPouch')
  await empty.page('prepareSaves')
  await full.page('prepareSaves')
  const few = times()
  const many = times()
  for (let round = -WARM_UP; round < ROUNDS * options.repeat; round += 1) {
    const order = ORDERS[Math.abs(round) % ORDERS.length]
    const inEmpty = await empty.page('saveOnce', order)
    const inFull = await full.page('saveOnce', order)
    if (round < 0) continue
    note(few, inEmpty)
    note(many, inFull)
  }
  return [
    ...rowsOf('empty office', few),
    ...rowsOf(options.records.toLocaleString('en'), many),
    growth(few, many),
  ]
}

/** @returns {Times} */
function times() {
  return { app: [], raw: [], pouch: [] }
}

/** @param {Times} all @param {{ app: number, raw: number, pouch: number }} one */
function note(all, one) {
  all.app.push(one.app)
  all.raw.push(one.raw)
  all.pouch.push(one.pouch)
}

/** @param {string} where @param {Times} figures @returns {import('../table.mjs').Row[]} */
function rowsOf(where, { app, raw, pouch }) {
  const name = `save a complaint, ${where}`
  return [
    {
      operation: `${name}, p50`,
      figure: median(app),
      instead: { name: 'raw IndexedDB, same rows, strict', figure: median(raw) },
      limit: { ratio: RAW_LIMIT },
    },
    {
      operation: `${name}, p95`,
      figure: p95(app),
      instead: { name: 'PouchDB put, document only', figure: p95(pouch) },
      limit: { figure: LIMIT_MS },
    },
  ]
}

/** @param {Times} few @param {Times} many @returns {import('../table.mjs').Row} */
function growth(few, many) {
  return {
    operation: 'save a complaint, many against few, p95',
    figure: p95(many.app),
    instead: { name: 'empty office', figure: p95(few.app) },
    limit: { ratio: GROWTH_LIMIT },
  }
}
