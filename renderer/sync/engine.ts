import { backoffMs } from '../../shared/sync/backoff'
import type { CheckpointEvent } from '../../shared/sync/wire'
import { identityOf, setMark } from '../data/replica/identity'
import { countAgreed, parked, unpark, watchWaiting } from '../data/replica/outbox'
import type { Replication, ReplicationNeed, ReplicationState } from '../data/replication'
import { withEvent } from './checkpoint'
import { type Agreements, connect } from './connect'
import { type Connection, Moved } from './connection'
import { type DeskSide, Exchange, type Told } from './exchange'
import { needIn, NeedsYou } from './needs'
import type { SyncWay, SyncWorld } from './ports'
import { Cancelled, Couch, ServerTrouble } from './server/couch'
import { StateStore } from './stateStore'
import { Wakeup } from './wakeup'

/** More than this to come or to go, as at the first exchange, is worth a progress bar. */
const WORTH_TELLING = 500
/** What the engine needs beside server and database. */
export interface EngineDesk extends DeskSide {
  /** Gives this machine an identity of its own: a new chain under a new device id. */
  renewIdentity: () => Promise<unknown>
}

/** Replicates the office while the desk works; one of them runs a machine (issue "Engine"). */
export class Engine implements Replication {
  private readonly store = new StateStore()
  private readonly wakeup = new Wakeup()
  private readonly ending = new AbortController()
  private agreed: Agreements = { fillEmptied: false, replaces: false }
  private failures = 0
  /** How often it was to begin anew. */
  private restarts = 0
  private couch: Couch | null = null
  /** How much there was to send, while it is sent. */
  private toSend: number | null = null
  private runs = 0
  /** As it was last looked; null before. */
  private wasPaused: boolean | null = null
  readonly snapshot = this.store.snapshot
  readonly subscribe = this.store.subscribe

  constructor(
    private readonly desk: EngineDesk,
    private readonly way: SyncWay,
    private readonly world: SyncWorld,
  ) {}

  /** Works until `stop`; to be called once. */
  async run(): Promise<void> {
    const unwatch = watchWaiting(this.desk.db, (waiting) => {
      if (waiting > this.snapshot().waiting) this.wakeup.wake('waiting')
      this.store.set({ waiting, ...this.sendingOf(waiting) })
    })
    try {
      while (!this.ending.signal.aborted) await this.once()
    } finally {
      unwatch()
    }
  }

  stop(): void {
    this.ending.abort()
    this.couch?.cancelAll()
    this.wakeup.wake('restart')
  }

  /** Begins with a new connection: whoever asks wants to know whether the server is still the one it was. */
  readonly syncNow = (): void => {
    this.restarts += 1
    this.failures = 0
    this.wakeup.wake('restart')
    this.couch?.cancelAll()
  }

  readonly restart = (): void => {
    this.store.set({ needs: null })
    this.syncNow()
  }

  readonly answer: Replication['answer'] = async (need, agreed) => {
    if (!agreed) return
    if (need === 'emptied') this.agreed = { ...this.agreed, fillEmptied: true }
    if (need === 'letterTaken') this.agreed = { ...this.agreed, replaces: true }
    if (need === 'cloned') await this.desk.renewIdentity()
    this.restart()
  }

  readonly retry: Replication['retry'] = async (table, recordId) => {
    await unpark(this.desk.db, table, recordId)
    await this.tellRefused()
    this.wakeup.wake('waiting')
  }

  readonly fetchFile: Replication['fetchFile'] = async (sha256) => {
    const { got } = await this.way.fetchFile(sha256)
    return got === 'fetched' || got === 'had'
  }

  /** One connection from its beginning to its trouble, and the wait for the next. */
  private async once(): Promise<void> {
    const { on, paused } = await this.way.state()
    if (on) await this.notePause(paused)
    if (!on || paused) {
      this.store.set({ kind: on ? 'paused' : 'off', needs: null, trouble: null, progress: null })
      await this.wakeup.next(this.ending.signal)
      return
    }
    if (this.snapshot().needs) {
      await this.wakeup.next(this.ending.signal, 'restart')
      return
    }
    try {
      await this.work()
    } catch (error) {
      await this.meet(error)
    } finally {
      this.couch = null
    }
  }

  private async work(): Promise<void> {
    const couch = new Couch(this.way, this.world.now, `sync${(this.runs += 1)}`)
    this.couch = couch
    const begun = this.restarts
    if (this.snapshot().kind !== 'upToDate') this.store.set({ kind: 'working' })
    const { connection, compare } = await connect(this.desk.db, couch, this.agreed, this.world)
    this.failures = 0
    this.store.set({ trouble: null, aheadMs: couch.aheadMs })
    this.store.note({ at: this.world.now(), kind: 'connected' })
    const exchange = new Exchange(this.desk, connection, this.way, this.world, this.telling())
    if (compare === 'sent') await exchange.compareSent()
    if (compare === 'all') {
      const count = await exchange.compareAll()
      // Under a new id nothing is known of the server: it need not have lost what is sent.
      if (connection.me.mark.checkpoint.n > 0)
        this.store.note({ at: this.world.now(), kind: 'serverOlder', count })
    }
    this.agreed = { fillEmptied: false, replaces: false }
    // Paused, stopped or set up anew: what main remembers is read again.
    while (this.restarts === begun) {
      await exchange.pull(false)
      await this.send(exchange)
      await exchange.note()
      await this.upToDate(couch)
      await this.noteFilled(connection)
      await this.news(exchange, couch)
    }
  }

  private async send(exchange: Exchange): Promise<void> {
    this.toSend = this.snapshot().waiting
    try {
      await exchange.push()
    } finally {
      this.toSend = null
    }
  }

  /** How far a long sending is, such as the first; nothing of a short one. */
  private sendingOf(waiting: number): Pick<ReplicationState, 'kind' | 'progress'> | null {
    if (this.toSend === null) return null
    const total = Math.max(this.toSend, waiting)
    this.toSend = total
    return total > WORTH_TELLING ? { kind: 'filling', progress: { done: total - waiting, total } } : null
  }

  private async upToDate(couch: Couch): Promise<void> {
    await this.tellRefused()
    const upToDateAt = this.world.now()
    this.store.set({ kind: 'upToDate', upToDateAt, progress: null, aheadMs: couch.aheadMs })
  }

  /** Until the server has something, or the desk: the long poll is given up for what waits here. */
  private async news(exchange: Exchange, couch: Couch): Promise<void> {
    const polled = exchange.pull(true)
    const woken = this.wakeup.next(this.ending.signal).then(() => couch.cancelAll())
    try {
      await polled
    } catch (error) {
      if (!(error instanceof Cancelled) || this.ending.signal.aborted) throw error
    }
    this.wakeup.cancel()
    await woken
  }

  private telling(): Told {
    let total = 0
    return {
      onPulled: ({ disputed }, came, left) => {
        total = Math.max(total, came + left)
        if (disputed > 0) this.store.note({ at: this.world.now(), kind: 'disputed', count: disputed })
        const progress = total > WORTH_TELLING ? { done: total - left, total } : null
        this.store.set({ kind: progress && left > 0 ? 'filling' : 'working', progress })
        if (left === 0) total = 0
      },
      onUnreadable: (found) =>
        this.store.note({ at: this.world.now(), kind: 'unreadable', count: found.length }),
      onForeign: (count) => this.store.note({ at: this.world.now(), kind: 'putRight', count }),
      onDisputed: (count) => this.store.note({ at: this.world.now(), kind: 'disputed', count }),
      onRefused: (count) => this.store.note({ at: this.world.now(), kind: 'refused', count }),
    }
  }

  /** Both sides have all for the first time, or again. */
  private async noteFilled(connection: Connection): Promise<void> {
    const { filling, ...mark } = connection.mark
    if (!filling) return
    const { db } = this.desk
    const count = await countAgreed(db)
    const kind = filling === 'first' ? 'filled' : 'emptied'
    connection.mark = withEvent(mark, this.tell({ kind, count }))
    await setMark(db, connection.mark)
  }

  /** Somebody paused it, or had it go on; how it was at the start is no news. */
  private async notePause(paused: boolean): Promise<void> {
    const { wasPaused } = this
    this.wasPaused = paused
    if (wasPaused === null || wasPaused === paused) return
    const event = this.tell({ kind: paused ? 'paused' : 'resumed' })
    const me = await identityOf(this.desk.db)
    if (me) await setMark(this.desk.db, withEvent(me.mark, event))
  }

  private tell(event: Omit<CheckpointEvent, 'at'>): CheckpointEvent {
    const noted = { ...event, at: this.world.now() }
    this.store.note(noted)
    return noted
  }

  private async tellRefused(): Promise<void> {
    this.store.set({ refused: await parked(this.desk.db) })
  }

  /** What a connection ended with: a question, a wait, or nothing where we ended it ourselves. */
  private async meet(cause: unknown): Promise<void> {
    if (this.ending.signal.aborted || cause instanceof Cancelled || cause instanceof Moved) return
    const trouble = cause instanceof ServerTrouble ? cause.trouble : null
    const need = cause instanceof NeedsYou ? cause.need : trouble && needIn(trouble)
    if (need) return this.ask(need)
    // Neither the network's fault nor the server's: ours, and to be found.
    if (!trouble) this.world.report(cause)
    this.failures += 1
    this.store.set({ kind: 'offline', trouble: trouble ?? 'busy', progress: null })
    if (this.failures === 1)
      this.store.note({ at: this.world.now(), kind: 'trouble', trouble: trouble ?? 'busy' })
    const wait = new AbortController()
    const woken = this.wakeup.next(this.ending.signal, 'restart').then(() => wait.abort())
    await this.world.sleep(backoffMs(this.failures, this.world.random), wait.signal)
    this.wakeup.cancel()
    await woken
  }

  private ask(needs: ReplicationNeed): void {
    this.store.set({ kind: 'needsYou', needs, progress: null })
  }
}
