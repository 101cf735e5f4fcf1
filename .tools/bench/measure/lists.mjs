/** Lists and search in the large office. */
import { median, p95 } from '../stats.mjs'

const ROUNDS = 24
/** The usual way takes about a second deep in the list: it is asked once for each so many of ours. */
const SLOW_RIVAL = 4
const SEARCH_ROUNDS = 20
/** A scan of the whole register takes so long that a few say enough. */
const SCAN_ROUNDS = 1
const READY_ROUNDS = 3
const LIST_LIMIT_MS = 10
const SEARCH_LIMIT_MS = 10
const READY_LIMIT_MS = 2000

/**
 * @param {import('../bench.mjs').Bench} bench
 * @param {import('../session.mjs').Session} desk
 * @returns {Promise<import('../table.mjs').Row[]>}
 */
export async function measureLists({ options }, desk) {
  const rounds = ROUNDS * options.repeat
  const first = await page(desk, { depth: 0, facets: [], rounds, often: 1 })
  const late = await page(desk, { depth: 0.9, facets: [], rounds: rounds / SLOW_RIVAL, often: SLOW_RIVAL })
  const facets = ['state:closed', 'severity:major', 'cause:emergency']
  const narrow = await page(desk, { depth: 0, facets, rounds: rounds / SLOW_RIVAL, often: SLOW_RIVAL })
  const books = options.records.toLocaleString('en')
  return [
    row(`list of ${books}: first page of 50, p95`, first, 'Dexie offset paging'),
    row(`list of ${books}: page at 90 %, p95`, late, 'Dexie offset paging'),
    row(`list of ${books}: three filters at once, p95`, narrow, 'Dexie filter over the list'),
    ...(await measureSearch(desk, options)),
  ]
}

/**
 * @param {import('../session.mjs').Session} desk
 * @param {{ depth: number, facets: string[], rounds: number, often: number }} order
 * @returns {Promise<{ app: number[], rival: number[] }>}
 */
async function page(desk, order) {
  const times = await desk.page('compareLists', order)
  if (!times.same || times.rows === 0)
    throw new Error(`the two ways list differently: ${JSON.stringify(order)}`)
  return times
}

/**
 * @param {string} operation
 * @param {{ app: number[], rival: number[] }} times
 * @param {string} name
 * @returns {import('../table.mjs').Row}
 */
function row(operation, { app, rival }, name) {
  const instead = { name, figure: p95(rival) }
  return { operation, figure: p95(app), instead, limit: { figure: LIST_LIMIT_MS } }
}

/**
 * @param {import('../session.mjs').Session} desk
 * @param {import('../options.mjs').Options} options
 * @returns {Promise<import('../table.mjs').Row[]>}
 */
async function measureSearch(desk, { records, repeat }) {
  const ready = []
  let queries = {}
  for (let round = 0; round < READY_ROUNDS; round += 1) {
    const answer = await desk.page('searchReady')
    ready.push(answer.ms)
    queries = answer.queries
  }
  const { common, ...rare } = /** @type {Record<string, string>} */ (queries)
  const times = { rare: /** @type {number[]} */ ([]), common: /** @type {number[]} */ ([]) }
  for (let round = 0; round < SEARCH_ROUNDS * repeat; round += 1) {
    for (const query of Object.values(rare)) times.rare.push((await desk.page('searchOnce', query)).ms)
    times.common.push((await desk.page('searchOnce', common)).ms)
  }
  const scans = []
  for (let round = 0; round < SCAN_ROUNDS; round += 1) {
    for (const query of [rare['name'], rare['phone']]) scans.push((await desk.page('searchScan', query)).ms)
  }
  const books = records.toLocaleString('en')
  const scan = { name: 'scan of all records', figure: median(scans) }
  const limit = { figure: SEARCH_LIMIT_MS }
  return [
    {
      operation: `search in ${books}: name, pinyin, phone, door …, p95`,
      figure: p95(times.rare),
      instead: scan,
      limit,
    },
    {
      operation: `search in ${books}: a word in a third of them, p95`,
      figure: p95(times.common),
      instead: scan,
      limit,
    },
    {
      operation: `search ready, ${books} complaints`,
      figure: median(ready),
      limit: { figure: READY_LIMIT_MS },
    },
  ]
}
