/** What the parts of the bench share, and the order in which they run. */
import { join } from 'node:path'
import { say } from '../lib/say.mjs'
import { measureBackup } from './measure/backup.mjs'
import { measureGrowth } from './measure/growth.mjs'
import { measureLists } from './measure/lists.mjs'
import { measurePaper } from './measure/paper.mjs'
import { measureSaves } from './measure/save.mjs'
import { measureStart } from './measure/start.mjs'
import { measureSync } from './measure/sync.mjs'
import { fillDesk, withDesk } from './fillDesk.mjs'

/**
 * @typedef {object} Bench
 * @property {import('../lib/electron.mjs').Electron} electron
 * @property {import('./build.mjs').Built} built
 * @property {import('./options.mjs').Options} options
 * @property {string} folder For everything that is written; removed afterwards.
 */

/** @typedef {import('./table.mjs').Row} Row */

/** @param {Bench} bench @returns {Promise<Row[]>} */
export async function measure(bench) {
  const wanted = new Set(bench.options.parts)
  if (wanted.has('backup')) return measureBackup(bench)
  if (wanted.has('sync')) return measureSync(bench)
  if (wanted.has('growth')) return measureGrowth(bench)
  const empty = join(bench.folder, 'empty')
  const full = join(bench.folder, 'full')
  const rival = join(bench.folder, 'rival')
  await withDesk(bench, empty, async () => undefined)
  if (wanted.size > 1 || !wanted.has('paper')) await fillDesk(bench, full, 'fill', 'complaints')
  // A desk of its own, for all databases of one share their files and the time to write them.
  if (wanted.has('save')) await fillDesk(bench, rival, 'fillPouch', 'PouchDB documents')
  const starts = await part(bench, 'start', () => measureStart(bench, { empty, full }))
  const prints = await part(bench, 'paper', () => withDesk(bench, empty, (desk) => measurePaper(bench, desk)))
  const lists = await part(bench, 'lists', () => withDesk(bench, full, (desk) => measureLists(bench, desk)))
  // Last, for what is saved would stand in the lists.
  const saves = await part(bench, 'save', () =>
    withDesk(bench, empty, (small) =>
      withDesk(bench, full, (large) =>
        withDesk(bench, rival, (other) => measureSaves(bench, { empty: small, full: large, rival: other })),
      ),
    ),
  )
  return [...starts, ...saves, ...lists, ...prints]
}

/**
 * Measures a part if it is wanted.
 * @param {Bench} bench
 * @param {import('./options.mjs').Part} name
 * @param {() => Promise<Row[]>} work
 * @returns {Promise<Row[]>}
 */
async function part({ options }, name, work) {
  if (!options.parts.includes(name)) return []
  const began = performance.now()
  const rows = await work()
  say(`Measured ${name} (${seconds(began)} s).`)
  return rows
}

/** @param {number} began */
function seconds(began) {
  return Math.round((performance.now() - began) / 1000)
}
