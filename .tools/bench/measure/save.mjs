/** Saving a complaint, in an office without and in one with many. */
import { median, p95 } from '../stats.mjs'

const ROUNDS = 10
/**
 * Ways take turns in blocks: what one left to be flushed would be paid by the next, so the first two of each block
 * do not count.
 */
const BLOCK = 12
const SETTLING = 2
const LIMIT_MS = 30
const RAW_LIMIT = 2
const GROWTH_LIMIT = 2

/** @typedef {import('../session.mjs').Session} Session */
/** @typedef {{ app: number[], raw: number[], pouch: number[], journal: number[] }} Times */

const WAYS = /** @type {const} */ (['app', 'raw', 'pouch'])

/**
 * Saves in both offices, which take turns.
 * @param {import('../bench.mjs').Bench} bench
 * @param {{ empty: Session, full: Session, rival: Session }} desks rival: has as many documents in PouchDB.
 * @returns {Promise<import('../table.mjs').Row[]>}
 */
export async function measureSaves({ options }, { empty, full, rival }) {
  for (const desk of [empty, full, rival]) await desk.page('prepareSaves')
  const few = noTimes()
  const many = noTimes()
  // The first round warms everything up.
  for (let round = -1; round < ROUNDS * options.repeat; round += 1) {
    for (const way of WAYS) {
      const inEmpty = await empty.page('saveBlock', { way, count: BLOCK })
      const large = way === 'pouch' ? rival : full
      const inFull = await large.page('saveBlock', { way, count: BLOCK })
      if (round < 0) continue
      note(few, way, inEmpty)
      note(many, way, inFull)
    }
  }
  return [
    ...rowsOf('empty office', few),
    ...rowsOf(options.records.toLocaleString('en'), many),
    growth(few, many),
  ]
}

/** @returns {Times} */
function noTimes() {
  return { app: [], raw: [], pouch: [], journal: [] }
}

/**
 * @param {Times} all
 * @param {(typeof WAYS)[number]} way
 * @param {{ times: number[], journal: number[] }} block
 */
function note(all, way, { times, journal }) {
  all[way].push(...times.slice(SETTLING))
  if (way === 'app') all.journal.push(...journal.slice(SETTLING))
}

/** @param {string} where @param {Times} figures @returns {import('../table.mjs').Row[]} */
function rowsOf(where, { app, raw, pouch, journal }) {
  const name = `save a complaint, ${where}`
  return [
    {
      operation: `${name}, p50`,
      figure: median(app),
      instead: { name: 'raw IndexedDB, same rows, strict', figure: median(raw) },
      limit: { ratio: RAW_LIMIT },
    },
    { operation: `${name}, of it the journal, p50`, figure: median(journal) },
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
