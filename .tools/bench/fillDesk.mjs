/** Desks of the bench that are started, filled and ended. */
import { say } from '../lib/say.mjs'
import { monthsFor } from './months.mjs'
import { Session } from './session.mjs'

/** @typedef {import('./bench.mjs').Bench} Bench */

/**
 * @template T
 * @param {Bench} bench
 * @param {string} dataFolder
 * @param {(desk: Session) => Promise<T>} work
 * @param {string | null} [opening] See `Session.open`.
 * @param {Record<string, string>} [env] See `Session.open`.
 * @returns {Promise<T>}
 */
export async function withDesk({ electron, built }, dataFolder, work, opening = 'openOffice', env = {}) {
  const desk = await Session.open(electron, built, dataFolder, opening, env)
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
 * Sets up an office and writes the made-up complaints, month by month.
 * @param {Bench} bench
 * @param {string} dataFolder
 * @param {string} operation The page's.
 * @param {string} what
 */
export async function fillDesk(bench, dataFolder, operation, what) {
  const began = performance.now()
  await withDesk(bench, dataFolder, async (desk) => {
    for (const order of monthsFor(bench.options.records, new Date())) {
      await desk.call('setClock', `${order.month}-15T04:00:00.000Z`)
      await desk.page(operation, order)
    }
  })
  say(
    `Wrote ${bench.options.records.toLocaleString('en')} made-up ${what} (${Math.round((performance.now() - began) / 1000)} s).`,
  )
}
