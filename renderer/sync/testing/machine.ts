import 'fake-indexeddb/auto'
import { basic } from '../../../e2e/fixtures/couch'
import type { Place } from '../../../e2e/fixtures/couch/testing'
import type { Role } from '../../../shared/domain/office/types'
import type { SyncOutcome, SyncRequest } from '../../../shared/ipc/syncChannels'
import { accept } from '../../../shared/util/result'
import { changeOfficeCommand, setUpOfficeCommand } from '../../data/commands/office'
import { createUserCommand } from '../../data/commands/users'
import { CommandRunner } from '../../data/core/commandRunner'
import { DeskDatabase } from '../../data/core/database'
import type { DataEnv } from '../../data/core/env'
import { Session } from '../../data/core/session'
import { RECORD_TABLES } from '../../data/core/tables'
import { rebuildLedger } from '../../data/startup/rebuildLedger'
import type { Taken } from '../../data/replica/opened'
import { type Agreements, connect } from '../connect'
import { Exchange } from '../exchange'
import type { SyncWay, SyncWorld } from '../ports'
import { Couch } from '../server/couch'

const HASH = 'scrypt$32768$8$1$c2FsdHNhbHRzYWx0$aGFzaGhhc2hoYXNo'
const KEY = new Uint8Array(32).fill(7)
const NOTHING: Agreements = { fillEmptied: false, replaces: false }
let made = 0

/** One machine of the office: its database, its commands, its way to the server. */
export class Machine {
  readonly session = new Session(false)
  readonly runner: CommandRunner
  readonly db: DeskDatabase
  readonly world: SyncWorld
  /** What the last exchange told. */
  taken: Taken[] = []
  unreadable: unknown[] = []
  now = '2026-03-02T01:00:00.000Z'
  /** Whether the network is there. */
  online = true
  private ids = 0

  constructor(
    readonly name: string,
    private readonly place: { url: string; db: string; authorization: string },
  ) {
    this.db = new DeskDatabase(`sync-${name}-${(made += 1)}`)
    this.db.fieldKey = KEY
    const env: DataEnv = {
      db: this.db,
      now: () => this.now,
      newId: () => `${name}-${String((this.ids += 1)).padStart(6, '0')}`,
      freeBytes: async () => null,
      onCommitted: () => undefined,
      journal: { append: async (lines) => accept({ lastSeq: Math.max(...lines.map(({ seq }) => seq)) }) },
    }
    this.runner = new CommandRunner(env, this.session)
    this.world = {
      now: () => this.now,
      newId: env.newId,
      random: () => 0,
      sleep: async () => undefined,
      quiet: async () => undefined,
      appVersion: 'test',
    }
  }

  /** Opens a new office here. */
  async setUp(): Promise<this> {
    await this.db.open()
    await this.runner.run(setUpOfficeCommand, {
      estateName: '翠湖花园',
      officeName: '翠湖管理处',
      numberPrefix: '客服',
      deviceLetter: '',
      directorName: '主任甲',
      pinHash: HASH,
    })
    await this.as('director')
    for (const role of ['supervisor', 'clerk'] as const)
      await this.runner.run(createUserCommand, { name: `用户${role}`, role, active: true, pinHash: HASH })
    return this
  }

  /** Becomes another machine of the same office, as after the restore of a backup. */
  async becomeOf(other: Machine, letter: string): Promise<this> {
    await this.copyOf(other)
    await rebuildLedger(this.runner.env, () => undefined)
    await this.as('director')
    const { estateName, officeName, numberPrefix } = (await this.db.of('office').toCollection().first()) ?? {
      estateName: '',
      officeName: '',
      numberPrefix: '',
    }
    await this.runner.run(changeOfficeCommand, { estateName, officeName, numberPrefix, deviceLetter: letter })
    return this
  }

  /** Begins with the very same books, under the same name: a copied profile. */
  async copyOf(other: Machine): Promise<this> {
    await this.db.open()
    for (const { name } of this.db.tables)
      await this.db.table(name).bulkPut(await other.db.table(name).toArray())
    await this.db.of('pendingJournal').clear()
    return this
  }

  async as(role: Role): Promise<void> {
    const user = (await this.db.of('users').toArray()).find((one) => one.role === role)
    if (user) this.session.signedIn(user)
  }

  /** One whole exchange: what changed comes, what waits goes, and what came of that comes. */
  async exchange(agreed: Partial<Agreements> = {}): Promise<void> {
    this.taken = []
    const couch = new Couch(this.way, () => this.now)
    const { connection, compare } = await connect(this.db, couch, { ...NOTHING, ...agreed })
    const exchange = new Exchange(this.side, connection, this.way, this.world, {
      onPulled: (taken) => this.taken.push(taken),
      onUnreadable: (found) => this.unreadable.push(...found),
      onRefused: () => undefined,
    })
    if (compare) await exchange.compareAll()
    await exchange.pull(false)
    await exchange.push()
    await exchange.pull(false)
    await exchange.note()
  }

  /** Rows of every table that travels, by table and id. */
  async books(): Promise<Record<string, unknown>> {
    const books: Record<string, unknown> = {}
    for (const table of RECORD_TABLES) {
      if (table === 'credentials') continue
      const rows = (await this.db.table(table).toArray()) as Record<string, unknown>[]
      books[table] = rows.map(({ deviceLetter: _own, ...row }) => row)
    }
    return books
  }

  private get side() {
    return {
      db: this.db,
      run: this.runner.run.bind(this.runner),
      clearErased: async () => undefined,
    }
  }

  readonly way: SyncWay = {
    request: (request) => this.ask(request),
    cancel: () => undefined,
    sendFile: async () => ({ kind: 'reply', reply: { status: 200, body: '{}', serverDate: null } }),
    fetchFile: async () => ({ got: 'missing', outcome: null }),
    state: async () => ({ on: true, paused: false }),
  }

  private async ask({ method, path, body }: SyncRequest): Promise<SyncOutcome> {
    const { url, db, authorization } = this.place
    if (!this.online) return { kind: 'trouble', trouble: 'noNetwork', status: null }
    try {
      const target = path === '/' ? `${url}/` : `${url}${db}${path === '' ? '' : `/${path}`}`
      const headers = { authorization, 'content-type': 'application/json' }
      const answer = await fetch(target, { method, headers, ...(body === null ? {} : { body }) })
      const reply = { status: answer.status, body: await answer.text(), serverDate: null }
      return { kind: 'reply', reply }
    } catch {
      return { kind: 'trouble', trouble: 'noNetwork', status: null }
    }
  }
}

/** How a machine signs in at a place of the bench. */
export function at(url: string, { db, user }: Pick<Place, 'db' | 'user'>) {
  return { url, db, authorization: basic(user, 'pw') }
}
