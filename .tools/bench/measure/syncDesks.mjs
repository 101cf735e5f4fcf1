/** The desks whose exchange is measured: machines of one office, as they are before their first. */
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { say } from '../../lib/say.mjs'
import { fillDesk, withDesk } from '../fillDesk.mjs'

/**
 * @typedef {object} SyncDesks
 * @property {string} officeId
 * @property {string} first Has all records, and never replicated.
 * @property {string} second Another machine of the office, from before its first record: everything comes by pull.
 * @property {string} busyFirst As `first`: somebody works at it.
 * @property {string} busySecond As `second`.
 * @property {string} rival Without an office.
 */

/** @param {import('../bench.mjs').Bench} bench @returns {Promise<SyncDesks>} */
export async function syncDesks(bench) {
  const at = (/** @type {string} */ name) => join(bench.folder, `sync-${name}`)
  const [first, second, third] = [at('first'), at('second'), at('third')]
  const officeId = await withDesk(bench, first, async (session) => {
    await session.page('makeVault')
    return session.page('officeId')
  })
  for (const { folder, letter } of [
    { folder: second, letter: 'B' },
    { folder: third, letter: 'C' },
  ]) {
    await cp(first, folder, { recursive: true })
    await withDesk(bench, folder, (session) => session.page('becomeMachine', { letter }))
  }
  await fillDesk(bench, first, 'fill', 'complaints')
  const busyFirst = at('busy')
  await cp(first, busyFirst, { recursive: true })
  say('Copied the office to its machines.')
  return { officeId, first, second, busyFirst, busySecond: third, rival: at('rival') }
}
