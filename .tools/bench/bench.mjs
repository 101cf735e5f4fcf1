/** What the parts of the bench share, and the order in which they run. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { say } from '../lib/say.mjs'
import { measureLists } from './measure/lists.mjs'
import { measurePaper } from './measure/paper.mjs'
import { measureSaves } from './measure/save.mjs'
import { measureStart } from './measure/start.mjs'
import { monthsFor } from './months.mjs'
import { Session } from './session.mjs'

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
  const offices = { empty: join(bench.folder, 'empty'), full: join(bench.folder, 'full') }
  const wanted = new Set(bench.options.parts)
  const none = async () => /** @type {Row[]} */ ([])
  await withDesk(bench, offices.empty, async () => undefined)
  const filled = wanted.size > 1 || !wanted.has('paper')
  if (filled) await fillOffice(bench, offices.full)
  const starts = wanted.has('start') ? measureStart : none
  const papers = wanted.has('paper') ? measurePaper : none
  const lists = wanted.has('lists') ? measureLists : none
  const saves = wanted.has('save') ? measureSaves : none
  const start = await timed('starts', () => starts(bench, offices))
  return withDesk(bench, offices.empty, async (empty) => {
    const paper = await timed('prints', () => papers(bench, empty))
    if (!filled) return paper
    return withDesk(bench, offices.full, async (full) => {
      const read = await timed('lists and search', () => lists(bench, full))
      // Last, for what saves and their rivals write would stand in the lists.
      const save = await timed('saves', () => saves(bench, { empty, full }))
      return [...start, ...save, ...read, ...paper]
    })
  })
}

/** @param {string} name @param {() => Promise<Row[]>} work */
async function timed(name, work) {
  const began = performance.now()
  const rows = await work()
  if (rows.length > 0) say(`Measured ${name} (${seconds(began)} s).`)
  return rows
}

/** @param {number} began */
function seconds(began) {
  return Math.round((performance.now() - began) / 1000)
}

/**
 * @template T
 * @param {Bench} bench
 * @param {string} dataFolder
 * @param {(desk: Session) => Promise<T>} work
 * @returns {Promise<T>}
 */
async function withDesk({ electron, built }, dataFolder, work) {
  const desk = await Session.open(electron, built, dataFolder)
  try {
    const result = await work(desk)
    await desk.close()
    return result
  } catch (error) {
    await desk.kill()
    throw error
  }
}

/**
 * Sets up an office and writes the made-up complaints into its database and its journal.
 * @param {Bench} bench
 * @param {string} dataFolder
 */
async function fillOffice(bench, dataFolder) {
  const began = performance.now()
  await rm(dataFolder, { recursive: true, force: true })
  await withDesk(bench, dataFolder, async (desk) => {
    for (const order of monthsFor(bench.options.records, new Date())) {
      await desk.call('setClock', `${order.month}-15T04:00:00.000Z`)
      await desk.page('fill', order)
    }
  })
  say(`Wrote ${bench.options.records.toLocaleString('en')} made-up complaints (${seconds(began)} s).`)
}
