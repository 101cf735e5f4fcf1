/** Where the time of an operation goes, function by function. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { say } from '../../lib/say.mjs'
import { profileTable, summaryOf } from '../profile.mjs'

const ROUNDS = 10
/** Functions that are shown, by their own time and by all of it. */
const MOST = 20

/**
 * Takes a CPU profile of the window's thread while an operation of `growthTimes` runs again, writes it into the folder
 * (`.cpuprofile`, which Chromium's and other tools open) and prints the functions that take longest.
 * @param {import('../session.mjs').Session} desk Has just measured the operation.
 * @param {string} operation
 * @param {string} folder
 */
export async function traceOperation(desk, operation, folder) {
  await desk.call('beginTrace')
  await desk.page('growthAgain', { name: operation, rounds: ROUNDS })
  /** @type {{ profile: import('../profile.mjs').Profile, processor: number }} */
  const { profile, processor } = await desk.call('endTrace')
  await mkdir(folder, { recursive: true })
  const path = join(folder, `${operation.replaceAll(/[^a-z0-9]+/gi, '-')}.cpuprofile`)
  await writeFile(path, JSON.stringify(profile))
  const table = profileTable(summaryOf(profile), { rounds: ROUNDS, most: MOST })
  say(`\n${operation}\nprocessor time of the window: ${(processor / ROUNDS).toFixed(1)} ms a round\n${table}`)
  say(`\nThe whole profile: ${path}`)
}
