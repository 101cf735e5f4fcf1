/** The first exchange with head office's server, how much the desk feels of it, and PouchDB with the same documents. */
import { say } from '../../lib/say.mjs'
import { withDesk } from '../fillDesk.mjs'
import { CouchProcess } from '../server.mjs'
import { p95 } from '../stats.mjs'
import { syncDesks } from './syncDesks.mjs'

/** Ours may take a third of PouchDB's time: three times as fast. */
const RIVAL_LIMIT = 0.33
/** A save while it works against one while it stands still. */
const SAVE_LIMIT = 1.2
/** Of ten saves each way. */
const TURNS = 10

/** @typedef {import('../table.mjs').Row} Row */
/** @typedef {import('../session.mjs').Session} Session */
/** @typedef {import('../server.mjs').Server} Server */
/** @typedef {{ all: number, main: number, page: number }} Memory */
/** @typedef {{ before: Memory, peak: Memory, mainStall: number }} Stretch */
/** @typedef {{ ms: number, longTask: number, records: number, entries: number }} Exchanged */
/** @typedef {{ off: number[], on: number[] }} Beside */
/** @typedef {{ ms: number, documents: number }} Replicated */

/** @param {import('../bench.mjs').Bench} bench @returns {Promise<Row[]>} */
export async function measureSync(bench) {
  const desks = await syncDesks(bench)
  const couch = await CouchProcess.open(bench.folder)
  try {
    const database = () => couch.call('database', desks.officeId)
    const [first, busy, third] = [await database(), await database(), await database()]
    const pushed = await exchange(bench, desks.first, first, 'the first push')
    const pulled = await exchange(bench, desks.second, first, 'the first pull')
    const rival = await withRival(bench, desks.rival, async (session) => {
      const pull = await told('PouchDB’s pull', () => session.page('pouchPull', first))
      const push = await told('PouchDB’s push', () => session.page('pouchPush', third))
      return { pull, push }
    })
    const beside = {
      push: await saves(bench, desks.busyFirst, busy, 'while it pushes'),
      pull: await saves(bench, desks.busySecond, first, 'while it pulls'),
    }
    say(`The server was ${await couch.call('about')}.`)
    return rowsOf(bench.options.records, { pushed, pulled, rival, beside })
  } finally {
    await couch.close()
  }
}

/**
 * @param {import('../bench.mjs').Bench} bench
 * @param {string} desk
 * @param {Server} server
 * @param {string} what
 * @returns {Promise<{ value: Exchanged, stretch: Stretch }>}
 */
function exchange(bench, desk, server, what) {
  return withDesk(bench, desk, (session) =>
    told(what, async () => {
      await session.call('beginStretch')
      const value = await session.page('firstExchange', server)
      return { value, stretch: await session.call('endStretch') }
    }),
  )
}

/**
 * @param {import('../bench.mjs').Bench} bench
 * @param {string} desk
 * @param {Server} server
 * @param {string} what
 * @returns {Promise<Beside>}
 */
function saves(bench, desk, server, what) {
  return told(`saves ${what}`, () =>
    withDesk(bench, desk, (session) => session.page('savesBeside', { server, turns: TURNS })),
  )
}

/**
 * PouchDB has a desk of its own, without the app's policy, for it asks the server from the page itself.
 * @template T
 * @param {import('../bench.mjs').Bench} bench
 * @param {string} desk
 * @param {(session: Session) => Promise<T>} work
 */
function withRival(bench, desk, work) {
  return withDesk(bench, desk, work, null, { BENCH_NETWORK: 'open' })
}

/**
 * @template T
 * @param {string} what
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
async function told(what, work) {
  const began = performance.now()
  const value = await work()
  say(`Measured ${what} (${Math.round((performance.now() - began) / 1000)} s).`)
  return value
}

/**
 * @param {number} records
 * @param {{ pushed: { value: Exchanged, stretch: Stretch }, pulled: { value: Exchanged, stretch: Stretch },
 *   rival: { pull: Replicated, push: Replicated }, beside: { push: Beside, pull: Beside } }} measured
 * @returns {Row[]}
 */
function rowsOf(records, { pushed, pulled, rival, beside }) {
  const books = `${records.toLocaleString('en')} records`
  const missing = pushed.value.records - pulled.value.records
  return [
    against(`first push of ${books}, each with its entry`, pushed.value, rival.push),
    against(`first pull of ${books}, each with its entry`, pulled.value, rival.pull),
    { operation: 'records missing after it', figure: missing, unit: 'records', limit: { figure: 0 } },
    ...besides('push', beside.push),
    ...besides('pull', beside.pull),
    { operation: 'first push: longest the window did not answer', figure: pushed.value.longTask },
    { operation: 'first pull: longest the window did not answer', figure: pulled.value.longTask },
    ...memory('first push', pushed.stretch),
    ...memory('first pull', pulled.stretch),
  ]
}

/** @param {string} operation @param {Exchanged} ours @param {Replicated} theirs @returns {Row} */
function against(operation, { ms }, { ms: rival, documents }) {
  const name = `PouchDB, the same ${documents.toLocaleString('en')} documents`
  return {
    operation,
    figure: ms / 1000,
    unit: 's',
    instead: { name, figure: rival / 1000 },
    limit: { ratio: RIVAL_LIMIT },
  }
}

/** @param {string} what @param {Beside} times @returns {Row[]} */
function besides(what, { off, on }) {
  if (on.length === 0) return []
  return [
    {
      operation: `save during the first ${what}, p95 of ${on.length}`,
      figure: p95(on),
      instead: { name: 'save while it stands still', figure: p95(off) },
      limit: { ratio: SAVE_LIMIT },
    },
  ]
}

/** @param {string} what @param {Stretch} stretch @returns {Row[]} */
function memory(what, { before, peak }) {
  const of = (/** @type {keyof Memory} */ part, /** @type {string} */ name) => ({
    operation: `${what}: peak memory, ${name}`,
    figure: peak[part],
    unit: 'MB',
    instead: { name: 'just before it', figure: before[part] },
  })
  return [of('all', 'all processes'), of('main', 'main'), of('page', 'the window')]
}
