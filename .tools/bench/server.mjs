/** The server of the bench, in a process of its own, and what it can be asked. */
import { fork } from 'node:child_process'
import { join } from 'node:path'
import { buildServer } from './build.mjs'
import { PlainError } from '../lib/say.mjs'

/** @typedef {{ address: string, database: string, user: string, password: string }} Server */
/** @typedef {{ resolve(value: unknown): void, reject(error: Error): void }} Waiting */

export class CouchProcess {
  /** @type {Map<number, Waiting>} */
  #waiting = new Map()
  #ids = 0
  /** @type {import('node:child_process').ChildProcess} */
  #child

  /** @param {import('node:child_process').ChildProcess} child */
  constructor(child) {
    this.#child = child
    child.on('message', (/** @type {any} */ { id, value, error }) => {
      const waiting = this.#waiting.get(id)
      this.#waiting.delete(id)
      if (error === undefined) waiting?.resolve(value)
      else waiting?.reject(new PlainError(`The bench's server: ${error}`))
    })
    child.on('exit', () => {
      for (const { reject } of this.#waiting.values()) reject(new PlainError("The bench's server ended."))
    })
  }

  /** @param {string} folder @returns {Promise<CouchProcess>} */
  static async open(folder) {
    const built = join(folder, 'server')
    await buildServer(built)
    const server = new CouchProcess(fork(join(built, 'couch.mjs')))
    await server.#wait(0)
    return server
  }

  /**
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

  /** Leaves a real server as it was. */
  async close() {
    await this.call('quit').catch(() => this.#child.kill())
  }

  /** @param {number} id @returns {Promise<any>} */
  #wait(id) {
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }))
  }
}
