/** A running desk of the bench, and what it can be asked. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { sandboxSwitches } from '../lib/display.mjs'
import { root } from '../lib/paths.mjs'
import { PlainError } from '../lib/say.mjs'

/** No single call takes this long, however busy the machine is; a restore of half a million records takes many minutes. */
const CALL_LIMIT_MS = 60 * 60_000

/** @typedef {{ resolve(value: unknown): void, reject(error: Error): void }} Waiting */

/** Chromium's own remarks (no D-Bus, no GPU) tell a person at this terminal nothing. */
export const QUIET = '--log-level=3'

export class Session {
  /** @type {Map<number, Waiting>} */
  #waiting = new Map()
  #ids = 0
  #output = ''
  /** @type {import('node:child_process').ChildProcess} */
  #child
  /** @type {Promise<void>} */
  #ended

  /** @param {import('node:child_process').ChildProcess} child */
  constructor(child) {
    this.#child = child
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (/** @type {Buffer} */ text) => {
        this.#output = (this.#output + text).slice(-4000)
      })
    }
    child.on('message', (/** @type {any} */ message) => this.#receive(message))
    this.#ended = new Promise((resolve) => {
      child.on('exit', () => {
        for (const { reject } of this.#waiting.values()) {
          reject(new PlainError(`The bench's desk ended by itself.\n${this.#output}`))
        }
        resolve()
      })
    })
  }

  /**
   * Starts a desk on the data folder; its office is set up at the first start.
   * @param {import('../lib/electron.mjs').Electron} electron
   * @param {import('./build.mjs').Built} built
   * @param {string} dataFolder
   * @param {string | null} [opening] What its page does first; null where its office is not one to be opened as usual.
   * @param {Record<string, string>} [env] What else its main process is told.
   * @returns {Promise<Session>}
   */
  static async open(electron, built, dataFolder, opening = 'openOffice', env = {}) {
    const args = [built.app, QUIET, ...sandboxSwitches(), `--desk-data=${dataFolder}`]
    const preload = join(root, 'out', 'preload', 'index.cjs')
    const child = spawn(electron.binary, args, {
      env: { ...process.env, BENCH_PAGE: built.page, BENCH_PRELOAD: preload, ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    const session = new Session(child)
    await session.#wait(0)
    if (opening !== null) await session.page(opening)
    return session
  }

  /**
   * Asks the desk's main process.
   * @param {string} name
   * @param {unknown} [input]
   * @returns {Promise<any>}
   */
  call(name, input) {
    this.#ids += 1
    const answer = this.#wait(this.#ids)
    this.#child.send({ id: this.#ids, name, input })
    return answer
  }

  /**
   * Asks its page.
   * @param {string} name
   * @param {unknown} [input]
   * @returns {Promise<any>}
   */
  page(name, input) {
    return this.call('page', { name, input })
  }

  /** Ends the desk as a user would, with everything on disk. */
  async close() {
    await this.call('quit')
    await this.#ended
  }

  /** Ends it at once; nothing is asked any more. */
  async kill() {
    this.#child.kill('SIGKILL')
    await this.#ended
  }

  /** @param {number} id @returns {Promise<any>} */
  #wait(id) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        void this.kill()
        reject(new PlainError(`The bench's desk did not answer.\n${this.#output}`))
      }, CALL_LIMIT_MS)
      this.#waiting.set(id, {
        resolve: (value) => {
          clearTimeout(timer)
          resolve(value)
        },
        reject: (error) => {
          clearTimeout(timer)
          reject(error)
        },
      })
    })
  }

  /** @param {{ id: number, value?: unknown, error?: string }} message */
  #receive({ id, value, error }) {
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    if (error === undefined) waiting?.resolve(value)
    else waiting?.reject(new PlainError(`The bench's desk: ${error}`))
  }
}
