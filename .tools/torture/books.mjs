/** What the torture knows of an office: everything that was called saved, written down outside of it. */
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { PlainError } from '../lib/say.mjs'

/** A finding: what was promised is not so. */
export class Broken extends PlainError {}

/** @typedef {{ table: string, id: string, number: string, rev: number }} Acknowledged */

export class Books {
  /** The newest acknowledged revision of every record. @type {Map<string, Acknowledged>} */
  records = new Map()
  /** Since the last check. @type {Map<string, Acknowledged>} */
  #fresh = new Map()
  /** @type {string[]} */
  #goneDrafts = []
  #fromSeq = 0
  acknowledged = 0
  /** @type {Record<string, number>} */
  refused = {}
  #path
  #files

  /** @param {string} folder @param {boolean} files Whether the files of 附件 are there, too. */
  constructor(folder, files) {
    this.#path = join(folder, 'acknowledged.jsonl')
    this.#files = files
  }

  /** Writes an answer down before anything else is asked for. @param {any} answer */
  note(answer) {
    if (answer.refused !== undefined) {
      this.refused[answer.refused] = (this.refused[answer.refused] ?? 0) + 1
      return
    }
    this.acknowledged += 1
    appendFileSync(this.#path, `${JSON.stringify(answer)}\n`)
    const { record, goneDraft } = answer
    if (goneDraft) this.#goneDrafts.push(goneDraft)
    if (!record) return
    // Of two answers on one record the later revision counts, in whichever order they came.
    const known = this.records.get(record.id)
    if (known && known.rev > record.rev) return
    this.records.set(record.id, record)
    this.#fresh.set(record.id, record)
  }

  /**
   * Has the desk compare its books with what was written down. Throws `Broken`.
   * @param {import('./desk.mjs').Desk} desk
   * @param {boolean} full
   */
  async compare(desk, full) {
    const acknowledged = [...(full ? this.records : this.#fresh).values()]
    const order = {
      acknowledged,
      goneDrafts: this.#goneDrafts,
      fromSeq: this.#fromSeq,
      full,
      files: this.#files,
    }
    const found = await desk.page('check', order)
    if (found.problems.length > 0) throw new Broken(found.problems.slice(0, 20).join('\n'))
    this.#fresh.clear()
    this.#goneDrafts = []
    this.#fromSeq = found.lastSeq
  }

  /** Books that were mended may have begun another chain: the next comparison looks at all of it. */
  mended() {
    this.#fromSeq = 0
    this.#fresh = new Map(this.records)
  }
}
