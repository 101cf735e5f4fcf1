import 'fake-indexeddb/auto'
import { basic } from '../../../e2e/fixtures/couch'
import type { Place } from '../../../e2e/fixtures/couch/testing'
import type { Role } from '../../../shared/domain/office/types'
import type { JournalLine } from '../../../shared/ipc/channels'
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
import { recoverFromLedger } from '../../data/startup/recover'
import type { Taken } from '../../data/replica/opened'
import { type Agreements, connect } from '../connect'
import { Exchange } from '../exchange'
import type { SyncWay, SyncWorld } from '../ports'
import { Couch } from '../server/couch'

const HASH = 'scrypt$32768$8$1$c2FsdHNhbHRzYWx0$aGFzaGhhc2hoYXNo'
const KEY = new Uint8Array(32).fill(7)
const NO_NETWORK: SyncOutcome = { kind: 'trouble', trouble: 'noNetwork', status: null }
const NOTHING: Agreements = { fillEmptied: false, replaces: false }

/** What becomes of a machine's next request. */
export type Mishap =
  /** The machine ends before it is sent. */
  | 'killed'
  /** The server gets it twice. */
  | 'doubled'
  /** Nobody answers, and it reaches the server only when `lateOnes` is called. */
  | 'late'

/** The machine ended in the middle of its work: all that it kept in its head is gone. */
export class Killed extends Error {
  override name = 'Killed'
}

/** One machine of the office: its database, its commands, its way to the server. */
export class Machine {
  readonly session = new Session(false)
  runner!: CommandRunner
  db!: DeskDatabase
  readonly world: SyncWorld
  /** What its journal holds: lines of its chain from the first on. */
  lines: JournalLine[] = []
  /** Asked before each request. */
  onRequest: (request: SyncRequest) => Promise<Mishap | null> = async () => null
  /** What the last exchange told. */
  taken: Taken[] = []
  unreadable: unknown[] = []
  /** How many of its records it sent over what a foreign hand made of them. */
  foreign = 0
  now = '2026-03-02T01:00:00.000Z'
  /** Whether the network is there. */
  online = true
  private ids = 0
  private late: (() => Promise<unknown>)[] = []

  constructor(
    readonly name: string,
    private readonly place: { url: string; db: string; authorization: string },
  ) {
    this.openNew()
    this.world = {
      now: () => this.now,
      newId: () => this.newId(),
      random: () => 0,
      sleep: async () => undefined,
      quiet: async () => new AbortController().signal,
      report: () => undefined,
      appVersion: 'test',
    }
  }

  private newId(): string {
    return `${this.name}-${String((this.ids += 1)).padStart(6, '0')}`
  }

  /** An empty database with commands of its own, beside whatever was. */
  private openNew(): void {
    this.db = new DeskDatabase(`sync-${this.name}-${crypto.randomUUID()}`)
    this.db.fieldKey = KEY
    const env: DataEnv = {
      db: this.db,
      now: () => this.now,
      newId: () => this.newId(),
      freeBytes: async () => null,
      onCommitted: () => undefined,
      journal: {
        append: async (lines) => {
          this.lines.push(...lines)
          return accept({ lastSeq: Math.max(...lines.map(({ seq }) => seq)) })
        },
      },
    }
    this.runner = new CommandRunner(env, this.session)
  }

  /** Its database is lost and made anew from its journal. */
  async recover(): Promise<void> {
    this.openNew()
    const read = async (after: number) =>
      accept({ lines: this.lines.filter(({ seq }) => seq > after), done: true })
    const recovered = await recoverFromLedger(this.db, { read }, this.lines.length, () => undefined)
    if (!recovered.ok) throw new Error(JSON.stringify(recovered.refusal))
  }

  /** Goes on as another machine, as after a restore or where a copy goes about under its name. */
  async renew(): Promise<void> {
    this.lines = []
    await rebuildLedger(this.runner.env, () => undefined)
  }

  /** Requests that were long on their way reach the server now. */
  async lateOnes(): Promise<void> {
    const late = this.late
    this.late = []
    for (const deliver of late) await deliver()
  }

  /** They never come. */
  forgetLate(): void {
    this.late = []
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
    await this.renew()
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
  async copyOf(other: Pick<Machine, 'db'>): Promise<this> {
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
    const { connection, compare } = await connect(this.db, couch, { ...NOTHING, ...agreed }, this.world)
    const exchange = new Exchange(this.side, connection, this.way, this.world, {
      onPulled: (taken) => this.taken.push(taken),
      onUnreadable: (found) => this.unreadable.push(...found),
      onRefused: () => undefined,
      onDisputed: () => undefined,
      onForeign: (count) => (this.foreign += count),
    })
    if (compare === 'all') await exchange.compareAll()
    if (compare === 'sent') await exchange.compareSent()
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

  /** What an exchange needs of this machine. */
  get side() {
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

  private async ask(request: SyncRequest): Promise<SyncOutcome> {
    if (!this.online) return NO_NETWORK
    const mishap = await this.onRequest(request)
    if (mishap === 'killed') throw new Killed()
    if (mishap === 'doubled') await this.send(request).catch(() => undefined)
    if (mishap !== 'late') return this.send(request).catch(() => NO_NETWORK)
    this.late.push(() => this.send(request).catch(() => undefined))
    return NO_NETWORK
  }

  private async send({ method, path, body }: SyncRequest): Promise<SyncOutcome> {
    const { url, db, authorization } = this.place
    const target = path === '/' ? `${url}/` : `${url}${db}${path === '' ? '' : `/${path}`}`
    const headers = { authorization, 'content-type': 'application/json' }
    const answer = await fetch(target, { method, headers, ...(body === null ? {} : { body }) })
    const reply = { status: answer.status, body: await answer.text(), serverDate: null }
    return { kind: 'reply', reply }
  }
}

/** How a machine signs in at a place of the bench. */
export function at(url: string, { db, user }: Pick<Place, 'db' | 'user'>) {
  return { url, db, authorization: basic(user, 'pw') }
}
