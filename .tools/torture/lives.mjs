/** The lives of a desk: how it works, how it is killed, and what it finds at its next start. */
import { cp, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { root } from '../lib/paths.mjs'
import { PlainError } from '../lib/say.mjs'
import { Books, Broken } from './books.mjs'
import { Desk, Gone } from './desk.mjs'
import { SPOILS, tear, wipe } from './spoil.mjs'

/** Commands asked for at the same time, as by two windows and an import. */
const MOST_LANES = 3
/** How long a desk works before it is killed, ms, at the most. */
const MOST_WORK_MS = 900
const MOST_START_MS = 900
const MOST_RECOVERY_MS = 700
const MOST_MIGRATION_MS = 250
/** Releases whose journals are kept, for killing in the middle of a migration. */
const OLDER = ['version1', 'version2', 'version3', 'version4', 'version5', 'version6']
/** Ways on that are right only after a damage. */
const MENDED = new Set(['recovery', 'ledgerLost'])

/**
 * @typedef {object} World
 * @property {import('../lib/electron.mjs').Electron} electron
 * @property {string} app
 * @property {string} folder
 * @property {import('./chance.mjs').Chance} chance
 * @property {import('./figures.mjs').Figures} figures
 * @property {readonly string[] | null} spoils
 * @property {boolean} sealed
 * @property {(line: string) => void} tell
 */

export class Office {
  #world
  #data
  books
  /** When typing began and when the desk was killed, ms; null where no loss can be measured. @type {{ from: number, killed: number } | null} */
  #typed = null
  /** The next start may find the books damaged. */
  #damaged = false
  #spoiled = 0
  /** What stands on the sheet of the vault. */
  #password = ''

  /** @param {World} world @param {string} name @param {boolean} [files] Whether those of 附件 are there, too. */
  constructor(world, name, files = true) {
    this.#world = world
    this.#data = join(world.folder, name)
    this.books = new Books(world.folder, files)
  }

  /** One life with its kill. @param {string} way @param {boolean} full Look at everything first. */
  async live(way, full) {
    if (way === 'start') return this.#killedAtStart()
    if (way === 'migration') return this.#killedInMigration()
    const desk = await this.#begin(full || this.#damaged)
    try {
      if (way === 'recovery') return await this.#killedInRecovery(desk)
      await this.#work(desk, way)
      if (way === 'spoil') await this.#spoil()
      // No damage: what is confirmed is whole, and the starts from here on have to find it so.
      if (way === 'torn') await tear(this.#data, this.#world.chance)
    } finally {
      await desk.kill()
    }
  }

  /** Damages the books between two starts; in turn, so that each damage has its turn. */
  async #spoil() {
    const { chance, figures, spoils } = this.#world
    const names = Object.keys(SPOILS).filter((name) => spoils?.includes(name) ?? true)
    const spoil = names[this.#spoiled % names.length] ?? ''
    this.#spoiled += 1
    await SPOILS[spoil]?.(this.#data, chance)
    this.#damaged = true
    this.#typed = null
    figures.count(`spoiled: ${spoil}`)
    this.#world.tell(`spoiled: ${spoil}`)
  }

  /** The last start: everything is looked at. */
  async end() {
    const desk = await this.#begin(true)
    await desk.kill()
  }

  /** Starts the desk, mends what was damaged, and compares. @param {boolean} full @returns {Promise<Desk>} */
  async #begin(full) {
    for (let tries = 0; ; tries += 1) {
      const desk = this.#desk()
      try {
        await this.#openAndMend(desk)
        await this.books.compare(desk, full)
        await this.#measureTyping(desk)
        this.#damaged = false
        await desk.findRenderer()
        return desk
      } catch (error) {
        await desk.kill()
        // Damage inside a table shows only when that is read; the start after that finds the database gone.
        if (!this.#damaged || tries > 1 || !(error instanceof PlainError)) throw error
        this.#world.figures.count('found while reading')
        this.#world.tell(`found while reading: ${error.message.slice(0, 400)}`)
      }
    }
  }

  #desk() {
    const { electron, app } = this.#world
    return new Desk(electron, app, this.#data)
  }

  /** @param {Desk} desk */
  async #openAndMend(desk) {
    const began = performance.now()
    let { kind, why } = await desk.page('open')
    this.#world.figures.most('longest start, ms', performance.now() - began)
    if (kind === 'firstStart' && this.books.records.size === 0) {
      this.#password = await desk.page('setUp', { sealed: this.#world.sealed })
      ;({ kind, why } = await desk.page('open'))
    }
    if (kind === 'vaultLocked' && this.#damaged) {
      await desk.page('unlock', { password: this.#password })
      this.#world.figures.count('unlocked by the sheet')
      ;({ kind, why } = await desk.page('open'))
    }
    if (MENDED.has(kind) && this.#damaged) {
      await desk.page('mend')
      this.#world.figures.count(`mended: ${kind} ${why}`.trim())
      this.books.mended()
      ;({ kind, why } = await desk.page('open'))
    }
    if (kind !== 'ready') throw new Broken(`the start answers ${kind} ${why}`)
  }

  /** @param {Desk} desk */
  async #measureTyping(desk) {
    if (!this.#typed || this.#damaged) return
    const typedAt = await desk.page('typedAt')
    const { from, killed } = this.#typed
    this.#world.figures.most('longest typing lost, ms', killed - Math.max(from, typedAt))
    this.#typed = null
  }

  /** Works until a random moment, and is killed in the way wished. @param {Desk} desk @param {string} way */
  async #work(desk, way) {
    const { chance } = this.#world
    const from = Date.now()
    await desk.page('type')
    const lanes = Array.from({ length: 1 + chance.below(MOST_LANES) }, () => this.#lane(desk))
    await pause(chance.below(MOST_WORK_MS))
    this.#typed = { from, killed: Date.now() }
    if (way === 'main') await desk.killMain()
    else if (way === 'page') await desk.killRenderer()
    else await desk.kill()
    await Promise.all(lanes)
    if (way !== 'page') return
    await this.#openAndMend(desk)
    await this.books.compare(desk, false)
    await this.#measureTyping(desk)
  }

  /** Asks for one command after another, and writes each answer down before the next. @param {Desk} desk */
  async #lane(desk) {
    try {
      for (;;) this.books.note(await desk.page('step', { roll: this.#world.chance.below(2 ** 31) }))
    } catch (error) {
      if (!(error instanceof Gone)) throw error
    }
  }

  /** Killed while it opens its books. */
  async #killedAtStart() {
    const desk = this.#desk()
    const opened = desk.page('open').catch(() => undefined)
    await pause(this.#world.chance.below(MOST_START_MS))
    await desk.kill()
    await opened
  }

  /** The database is gone; what brings it back is killed, and has to be begun or continued at the next start. @param {Desk} desk */
  async #killedInRecovery(desk) {
    await desk.kill()
    await wipe(this.#data)
    this.#damaged = true
    this.#typed = null
    const next = this.#desk()
    try {
      const { kind } = await next.page('open')
      if (kind !== 'recovery') throw new Broken(`with its database gone the start answers ${kind}`)
      const mended = next.page('mend').catch(() => undefined)
      await pause(this.#world.chance.below(MOST_RECOVERY_MS))
      await next.kill()
      await mended
    } finally {
      await next.kill()
    }
  }

  /** The books of an older release, killed while they are brought up to this one; an office of its own. */
  async #killedInMigration() {
    const older = this.#world.chance.pick(OLDER)
    const office = new Office(this.#world, `older-${older}`, false)
    const journal = join(office.#data, 'ledger', 'journal')
    await mkdir(journal, { recursive: true })
    await cp(join(root, 'e2e', 'fixtures', older, 'journal'), journal, { recursive: true })
    try {
      await office.#migrated(this.#world.chance.below(MOST_MIGRATION_MS))
      await office.#migrated(null)
    } finally {
      await rm(office.#data, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
    }
  }

  /** Goes every step to this release's books; killed in the last after `killAfter` ms, or compared. @param {number | null} killAfter */
  async #migrated(killAfter) {
    const desk = this.#desk()
    try {
      for (let steps = 0; steps < 4; steps += 1) {
        const { kind } = await desk.page('open')
        if (kind === 'ready') break
        const done = desk.page(kind === 'migrate' ? 'migrate' : 'mend')
        if (killAfter === null || kind !== 'migrate') await done
        else {
          done.catch(() => undefined)
          await pause(killAfter)
          return
        }
      }
      await this.books.compare(desk, true)
    } finally {
      await desk.kill()
    }
  }
}
