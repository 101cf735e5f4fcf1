/** A running desk of the torture: what it can be asked, and how it is ended. */
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { sandboxSwitches } from '../lib/display.mjs'
import { PlainError } from '../lib/say.mjs'

/** No single answer takes this long, however busy the machine is. */
const ANSWER_MS = 60_000
const LOOK_MS = 10
/** Chromium's own remarks (no D-Bus, no GPU) tell nothing. */
const QUIET = '--log-level=3'

/** The desk ended, or its page did, while it was asked: what was asked may have happened or not. */
export class Gone extends Error {}

/** @typedef {{ resolve(value: unknown): void, reject(error: Error): void }} Waiting */

export class Desk {
  /** @type {Map<number, Waiting>} */
  #waiting = new Map()
  #ids = 0
  #output = ''
  #child
  #group
  #ended = false
  /** @type {number | null} Of the page's process. */
  #renderer = null

  /**
   * Starts the app in a process group of its own.
   * @param {import('../lib/electron.mjs').Electron} electron
   * @param {string} app
   * @param {string} dataFolder
   */
  constructor(electron, app, dataFolder) {
    const args = [app, QUIET, ...sandboxSwitches(), `--desk-data=${dataFolder}`]
    this.#child = spawn(electron.binary, args, {
      env: { ...process.env, LANG: 'zh_CN.UTF-8' },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: true,
    })
    if (this.#child.pid === undefined) throw new PlainError('Electron does not start.')
    this.#group = this.#child.pid
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (/** @type {Buffer} */ text) => {
        this.#output = (this.#output + text).slice(-4000)
      })
    }
    this.#child.on('message', (/** @type {any} */ message) => this.#receive(message))
    this.#child.on('error', () => undefined)
    this.#child.on('exit', () => {
      this.#ended = true
      this.#giveUp()
    })
  }

  /**
   * Asks the page. Throws `Gone` where it ends meanwhile, PlainError where it answers with an error.
   * @param {string} name
   * @param {unknown} [input]
   * @returns {Promise<any>}
   */
  page(name, input) {
    return this.#call('page', { name, input })
  }

  /** Notes which process the page lives in, for `killRenderer`. */
  async findRenderer() {
    this.#renderer = await this.#call('renderer')
  }

  /** Ends every process at once, and waits until the last is gone. */
  async kill() {
    this.#signal(-this.#group)
    await this.#gone()
  }

  /** Ends the main process alone; its children find out by themselves. */
  async killMain() {
    this.#signal(this.#group)
    await this.#gone()
  }

  /** Ends the process of the page alone, and waits until the app has loaded it again. */
  async killRenderer() {
    const dead = this.#renderer
    if (dead === null) throw new Error('findRenderer comes first')
    this.#signal(dead)
    // What it was asked is not answered any more.
    this.#giveUp()
    this.#renderer = await this.#call('renderer', dead)
  }

  /** @param {string} name @param {unknown} [input] @returns {Promise<any>} */
  #call(name, input) {
    if (this.#ended) return Promise.reject(new Gone('the desk has ended'))
    this.#ids += 1
    const id = this.#ids
    const answer = new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }))
    const timer = setTimeout(() => {
      this.#waiting.get(id)?.reject(new PlainError(`The desk does not answer (${name}).\n${this.#output}`))
    }, ANSWER_MS)
    this.#child.send({ id, name, input }, () => undefined)
    return answer.finally(() => {
      clearTimeout(timer)
      this.#waiting.delete(id)
    })
  }

  #giveUp() {
    for (const { reject } of this.#waiting.values()) reject(new Gone('the desk has ended'))
  }

  /** @param {{ id: number, value?: unknown, error?: string }} message */
  #receive({ id, value, error }) {
    const waiting = this.#waiting.get(id)
    if (error === undefined) waiting?.resolve(value)
    else waiting?.reject(new PlainError(`The desk: ${error}`))
  }

  /** @param {number} target */
  #signal(target) {
    try {
      process.kill(target, 'SIGKILL')
    } catch {
      // It has ended by itself.
    }
  }

  async #gone() {
    const until = Date.now() + ANSWER_MS
    while (!this.#ended || membersOf(this.#group).length > 0) {
      if (Date.now() > until) throw new PlainError('A killed desk does not end.')
      await pause(LOOK_MS)
    }
  }
}

/**
 * Living processes of a group; the dead that nobody has buried yet hold no file open.
 * @param {number} group
 */
function membersOf(group) {
  return readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false
    try {
      const text = readFileSync(`/proc/${name}/stat`, 'utf8')
      const [state, , member] = text.slice(text.lastIndexOf(')') + 2).split(' ')
      return Number(member) === group && state !== 'Z' && state !== 'X'
    } catch {
      return false
    }
  })
}
