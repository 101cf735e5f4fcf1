/** Start to usable: from the creation of the process to the second frame of the first screen. */
import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { sandboxSwitches } from '../../lib/display.mjs'
import { root } from '../../lib/paths.mjs'
import { PlainError } from '../../lib/say.mjs'
import { QUIET } from '../session.mjs'
import { median } from '../stats.mjs'

const ROUNDS = 5
const LIMIT_MS = 90_000

/**
 * @typedef {object} Offices
 * @property {string} empty Data folder of an office without complaints.
 * @property {string} full Data folder of the large one.
 */

/**
 * @param {import('../bench.mjs').Bench} bench
 * @param {Offices} offices
 * @returns {Promise<import('../table.mjs').Row[]>}
 */
export async function measureStart({ electron, options, folder }, { empty, full }) {
  /** @type {{ bare: number[], empty: number[], full: number[] }} */
  const times = { bare: [], empty: [], full: [] }
  // The first round of each fills the system's and Chromium's caches.
  for (let round = -1; round < ROUNDS * options.repeat; round += 1) {
    const bare = await startBare(electron, join(folder, 'bare'))
    const small = await startApp(electron, empty, folder)
    const large = await startApp(electron, full, folder)
    if (round < 0) continue
    times.bare.push(bare)
    times.empty.push(small)
    times.full.push(large)
  }
  const [bare, small, large] = [median(times.bare), median(times.empty), median(times.full)]
  const books = `${options.records.toLocaleString('en')} complaints`
  return [
    {
      operation: 'start to usable, empty office',
      figure: small,
      instead: { name: 'bare Electron window, static page', figure: bare },
    },
    {
      operation: `start to usable, ${books}`,
      figure: large,
      instead: { name: 'empty office', figure: small },
      limit: { figure: 1500, ratio: 1.2 },
    },
  ]
}

/**
 * @param {import('../../lib/electron.mjs').Electron} electron
 * @param {string} profile
 */
async function startBare({ binary }, profile) {
  const args = [join(root, '.tools', 'bench', 'bare'), QUIET, ...sandboxSwitches()]
  const output = await runToEnd(binary, args, { BENCH_PROFILE: profile })
  return figureIn(output, /usable (\d+)/g)
}

/**
 * The real app as it was built: it writes the time to its log, takes a picture of the screen it calls usable and ends.
 * @param {import('../../lib/electron.mjs').Electron} electron
 * @param {string} data
 * @param {string} folder
 */
export async function startApp({ binary }, data, folder) {
  const picture = `--screenshot=${join(folder, 'start.png')}`
  await runToEnd(binary, [root, QUIET, ...sandboxSwitches(), `--desk-data=${data}`, picture], {})
  const log = await readFile(join(data, 'profile', 'logs', 'desk.log'), 'utf8')
  return figureIn(log, /start\.usable (\d+)/g)
}

/** @param {string} text @param {RegExp} pattern @returns {number} The last match. */
function figureIn(text, pattern) {
  const last = [...text.matchAll(pattern)].at(-1)?.[1]
  if (last === undefined) throw new PlainError(`No start was timed.\n${text.slice(-2000)}`)
  return Number(last)
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string>} env
 * @returns {Promise<string>} What it printed.
 */
function runToEnd(program, args, env) {
  const child = spawn(program, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: LIMIT_MS,
    killSignal: 'SIGKILL',
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (/** @type {Buffer} */ text) => {
      output += text.toString()
    })
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve(output)
      else reject(new PlainError(`${program} ended with ${code}.\n${output}`))
    })
  })
}
