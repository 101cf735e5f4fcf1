import type { Result } from '../../shared/util/result'
import type { Erasure } from '../../shared/domain/privacy/types'
import { lostLeaf } from '../../shared/sync/design/lostLeaf'
import { recordDocId } from '../../shared/sync/wire'
import type { CommandSpec, Saved } from '../data'
import type { CommandOptions } from '../data/core/commandRunner'
import { chainDevices } from '../data/core/chainDevices'
import type { DeskDatabase } from '../data/core/database'
import type { ReplicationMark } from '../data/replica/mark'
import type { Opened, OpenedEntry, Portion, Taken } from '../data/replica/opened'
import {
  agreedAfter,
  agreedOn,
  hasWaiting,
  park,
  requeue,
  sentAfter,
  touch,
  type Waiting,
} from '../data/replica/outbox'
import { isBrokenAcross, isOneEach, lookAcrossCommand } from '../data/replica/across'
import { overwrite } from '../data/replica/foreign'
import { eraseTakenCommand } from '../data/replica/eraseTaken'
import { takeCommand } from '../data/replica/take'
import { setMark } from '../data/replica/identity'
import type { DeskReason } from '../data/replication'
import { ahead } from './ahead'
import { putCheckpoint, stepped, tellServer } from './checkpoint'
import { fromTheBeginning, isAsTold } from './connect'
import { type Connection, Moved } from './connection'
import type { SyncWay, SyncWorld } from './ports'
import { Portions } from './portions'
import { idHere, type Read, readDocs, restoreDeleted } from './pull'
import { eraseDetails, feedChain, pushEntries } from './pushEntries'
import { type Pushed, RecordPusher } from './pushRecords'
import { ServerTrouble } from './server/couch'
import type { ChangesPage } from './server/answers'

/** Changes asked for at once. */
const PAGE = 1000
/** Erasures of another machine in one transaction. */
const ERASED_AT_ONCE = 50
/** Agreed revisions compared at once. */
const COMPARED = 500

/** Why a record is set aside of which the server has a version that this release cannot read: see `RefusedDoc`. */
const UNREADABLE: DeskReason = 'unreadable'

/** What the exchange needs of the desk. */
export interface DeskSide {
  db: DeskDatabase
  run: <I, O>(
    spec: CommandSpec<I, O>,
    input: I,
    options?: Pick<CommandOptions, 'signal' | 'flushesLater'>,
  ) => Promise<Result<Saved<O>>>
  /** Has main take what was erased out of journal and files. */
  clearErased: () => Promise<unknown>
}

/** What is told while it goes on. */
export interface Told {
  /** `came`: documents of this page; `left`: those behind it. */
  onPulled: (taken: Taken, came: number, left: number) => void
  onUnreadable: (unreadable: Read['unreadable']) => void
  onRefused: (count: number) => void
  /** Two desks broke a rule together. */
  onDisputed: (count: number) => void
  /** Ours are sent over what a foreign hand changed on the server. */
  onForeign: (count: number) => void
}

/** One connection's work: what waits goes up, what changed comes down, and both sides note how far. */
export class Exchange {
  private readonly pusher: RecordPusher
  private readonly portions = new Portions()
  private moved = false
  /** What the server is told of beside the work, and up to which checkpoint it was. */
  private telling: Promise<void> = Promise.resolve()
  private confirmed = 0
  /** Something came, or may have before, that could break a rule across records. */
  private unlooked = true
  /** Both sides noted how far they are: from then on the server is to keep it. */
  private noted = false

  constructor(
    private readonly desk: DeskSide,
    readonly connection: Connection,
    way: SyncWay,
    private readonly world: SyncWorld,
    private readonly told: Told,
  ) {
    this.pusher = new RecordPusher(desk.db, connection, way, world)
  }

  /** The server lost something, or is another one: everything is compared, and what it lacks waits again. */
  async compareAll(): Promise<number> {
    const { db } = this.desk
    let lost = 0
    let after = ''
    for (;;) {
      const agreed = await agreedAfter(db, after, COMPARED)
      const last = agreed.at(-1)
      if (!last) break
      const revs = await this.connection.couch.revisions(agreed.map(({ id }) => id.replace('|', ':')))
      const missing = agreed.filter((_, i) => revs[i] === null).map(({ id }) => id)
      await requeue(db, missing)
      lost += missing.length
      after = last.id
    }
    for (const deviceId of await chainDevices(db)) lost += await feedChain(db, this.connection, deviceId)
    fromTheBeginning(this.connection)
    // Told in any case: until then it seems older.
    this.moved = true
    return lost
  }

  /** What was sent before the server kept a checkpoint behind it: what it lost unseen, or has older, waits again. */
  async compareSent(): Promise<void> {
    const { db } = this.desk
    const sent = await sentAfter(db, this.connection.mark.confirmed)
    for (let at = 0; at < sent.length; at += COMPARED) {
      const some = sent.slice(at, at + COMPARED)
      const revs = await this.connection.couch.revisions(some.map(({ id }) => id.replace('|', ':')))
      const lost = some.filter(({ rev }, i) => revs[i] !== rev)
      await requeue(
        db,
        lost.map(({ id }) => id),
      )
    }
  }

  /** Sends all that waits. */
  async push(): Promise<void> {
    const { db } = this.desk
    const { me } = this.connection
    const { pushedSeq: before } = this.connection.mark.checkpoint
    if (!(await hasWaiting(db, me.deviceId, before, me.notReplicated))) return
    // Noted first: cut off behind it, the machine knows that the server was sent more than it told.
    await this.step({})
    const { checkpoint } = this.connection.mark
    const pushedSeq = await pushEntries(db, this.connection, this.world, checkpoint.pushedSeq)
    if (pushedSeq !== checkpoint.pushedSeq) await this.step({ pushedSeq })
    for (let pushed = await this.pusher.round(); pushed; pushed = await this.pusher.round()) {
      if (pushed.sent.length > 0) this.moved = true
      if (pushed.refused > 0) this.told.onRefused(pushed.refused)
      await this.meetConflicts(pushed)
      await this.afterSending(pushed.sent)
    }
  }

  /** Takes all that changed; with `wait` the first page is waited for. */
  async pull(wait: boolean): Promise<void> {
    const { mark } = this.connection
    let looked = false
    for (let next = this.page(mark.checkpoint.since, wait); ; ) {
      const { page, read } = await next
      // Asked once, behind whatever was waited for, and before anything of it is taken or anything sent.
      if (!looked && (!wait || page.results.length > 0)) await this.look()
      looked = true
      const isLast = page.results.length === 0 || page.pending === 0
      // Asked for and looked through while this one is written.
      if (!isLast) next = ahead(this.page(page.last_seq, false))
      await this.takePage(page, read)
      // Cut off later, it goes on from here.
      await this.telling
      if (!isLast) this.tellBeside()
      else return this.lookAcross()
    }
  }

  /** All of it is here: only now it can be seen whether it may stand together. */
  private async lookAcross(): Promise<void> {
    if (!this.unlooked) return
    this.unlooked = false
    if (!(await isBrokenAcross(this.desk.db))) return
    const looked = await this.desk.run(lookAcrossCommand, null)
    if (looked.ok && looked.value.value.asked > 0) this.told.onDisputed(looked.value.value.asked)
  }

  /** The server is told how far it is while the next page is written: that it knows is noted with what comes next. */
  private tellBeside(): void {
    const { mark } = this.connection
    const { n } = mark.checkpoint
    if (n <= Math.max(mark.confirmed, this.confirmed)) return
    const tell = async () => {
      await putCheckpoint(this.connection, mark)
      this.confirmed = n
    }
    // Where it fails the next page fails too, or `note` tells it at the end.
    this.telling = tell().catch(() => undefined)
  }

  /** Both sides note how far they are, where anything went on. */
  async note(): Promise<void> {
    if (this.moved) {
      this.moved = false
      await this.step({})
      await tellServer(this.desk.db, this.connection)
    }
    this.noted = true
  }

  /** Whoever fills a database that was made anew is to be asked first: `connect` does. Throws `Moved`. */
  private async look(): Promise<void> {
    if (this.noted && !(await isAsTold(this.connection))) throw new Moved()
  }

  private async page(since: string, wait: boolean): Promise<{ page: ChangesPage; read: Read }> {
    const page = await this.connection.couch.changes(since, PAGE, wait)
    const docs = page.results.map(({ doc }) => doc)
    return { page, read: await readDocs(this.desk.db, this.connection, docs) }
  }

  private async takePage(page: ChangesPage, read: Read): Promise<void> {
    const { results, last_seq: since, pending = 0 } = page
    if (results.length === 0) return
    const taken = await this.write(read, since)
    await restoreDeleted(this.desk.db, page)
    const { couch, me } = this.connection
    await couch.write(read.losers.map((loser) => lostLeaf(loser, me.officeId)))
    await this.putRight(read)
    this.told.onPulled(taken, results.length, pending)
  }

  /** What no machine of the office wrote is told, and written over with what stands here. */
  private async putRight({ unreadable, foreign }: Read): Promise<void> {
    if (unreadable.length > 0) this.told.onUnreadable(unreadable)
    const count = await overwrite(this.desk.db, foreign)
    if (count > 0) this.told.onForeign(count)
  }

  /** In portions, each a transaction; only the last moves the mark on. */
  private async write(read: Read, since: string | null): Promise<Taken> {
    const { records, entries } = read
    const sum: Taken = { taken: 0, merged: 0, disputed: 0 }
    const most = Math.max(records.length, entries.length)
    this.unlooked ||= records.some(({ table }) => isOneEach(table))
    await this.eraseFirst(records)
    for (let at = 0; at < most; ) {
      const signal = await this.world.quiet()
      const to = at + this.portions.size(signal)
      const some = { records: records.slice(at, to), entries: entries.slice(at, to) }
      const taken = await this.take(some, to < most ? null : since, signal)
      this.portions.note(signal, taken !== null)
      if (!taken) continue
      at = to
      sum.taken += taken.taken
      sum.merged += taken.merged
      sum.disputed += taken.disputed
    }
    // Nothing of it was news: how far it went is noted with the next that is.
    if (most === 0 && since !== null) this.connection.mark = this.at(since)
    return sum
  }

  /** One transaction; null where somebody came who waits for another: nothing of it was written. */
  private async take(
    some: { records: readonly Opened[]; entries: readonly OpenedEntry[] },
    since: string | null,
    signal: AbortSignal | null,
  ): Promise<Taken | null> {
    const mark = since === null ? this.connection.mark : this.counted(since)
    const portion: Portion = { ...some, mark }
    const saved = await this.desk.run(takeCommand, portion, {
      flushesLater: true,
      ...(signal ? { signal } : {}),
    })
    if (!saved.ok && saved.refusal.key === 'command.cancelled') return null
    if (!saved.ok) throw new ServerTrouble('busy')
    this.connection.mark = mark
    this.moved = true
    return saved.value.value
  }

  /** The mark at the end of a page: a checkpoint of its own, for the server is told of it. */
  private counted(since: string): ReplicationMark {
    const mark = stepped(this.connection, this.world, { since })
    return { ...mark, confirmed: Math.max(mark.confirmed, this.confirmed) }
  }

  /** The mark at another place of the server; counted as a checkpoint only when both sides note it. */
  private at(since: string): ReplicationMark {
    const { mark, me } = this.connection
    return { ...mark, deviceId: me.deviceId, checkpoint: { ...mark.checkpoint, since } }
  }

  /** What was erased by law goes out of this machine's chain before the erased rows come in (domain 13). */
  private async eraseFirst(records: readonly Opened[]): Promise<void> {
    const erasures = records.flatMap(({ table, row }) => (table === 'erasures' ? [row] : []))
    for (let at = 0; at < erasures.length; at += ERASED_AT_ONCE) {
      const some = erasures.slice(at, at + ERASED_AT_ONCE) as unknown as Erasure[]
      if (!(await this.desk.run(eraseTakenCommand, some)).ok) throw new ServerTrouble('busy')
    }
    if (erasures.length === 0) return
    await this.desk.clearErased()
    // Entries of this machine may have gone there before it knew.
    const ids = erasures.map((row) => String(row['recordId']))
    await eraseDetails(this.desk.db, this.connection, ids)
  }

  private async step(step: { since?: string; pushedSeq?: number }): Promise<void> {
    this.connection.mark = stepped(this.connection, this.world, step)
    await setMark(this.desk.db, this.connection.mark)
    this.moved = true
  }

  /** What somebody else changed is taken, merged or asked about; then ours is sent on top of it. */
  private async meetConflicts({ conflicts }: Pushed): Promise<void> {
    if (conflicts.length === 0) return
    const ids = conflicts.map(({ table, recordId }) => recordDocId(table, recordId))
    const found = await this.connection.couch.many(ids)
    const docs = found.flatMap((one) => ('doc' in one ? [one.doc] : []))
    const lost = ids.filter((_, i) => {
      const one = found[i]
      return one !== undefined && 'gone' in one
    })
    await requeue(this.desk.db, lost.map(idHere))
    const read = await readDocs(this.desk.db, this.connection, docs)
    await this.putRight(read)
    this.told.onPulled(await this.write(read, null), docs.length, 0)
    await this.setAside(conflicts, docs)
  }

  /** Nothing was agreed on about what stands there, and it is not ours to replace: ours waits until somebody looks. */
  private async setAside(conflicts: readonly Waiting[], docs: readonly unknown[]): Promise<void> {
    const { db } = this.desk
    const there = new Map(docs.map((doc) => [idHere(fieldOf(doc, '_id')), fieldOf(doc, '_rev')]))
    const agreed = await agreedOn(
      db,
      conflicts.map(({ id }) => id),
    )
    const stuck = conflicts.filter(({ id }, i) => there.has(id) && agreed[i]?.rev !== there.get(id))
    for (const one of stuck) await park(db, one, UNREADABLE, this.world.now())
    if (stuck.length > 0) this.told.onRefused(stuck.length)
  }

  private async afterSending(sent: readonly Waiting[]): Promise<void> {
    const { db } = this.desk
    const erased = sent.flatMap(({ table, row }) => (table === 'erasures' ? [String(row['recordId'])] : []))
    if (erased.length > 0) await eraseDetails(db, this.connection, erased)
    const months = sent.flatMap(({ table, recordId }) => (table === 'monthReviews' ? [recordId] : []))
    for (const seal of await db.of('monthSeals').bulkGet(months)) {
      // Signed or reopened: the server is to keep its records, or to let them go.
      if (seal)
        await touch(
          db,
          // The review is one of its month's records itself: it was sent just now.
          seal.records.filter(({ table }) => table !== 'monthReviews' && this.connection.goes(table)),
        )
    }
  }
}

function fieldOf(doc: unknown, field: '_id' | '_rev'): string {
  return typeof doc === 'object' && doc !== null ? String(Reflect.get(doc, field)) : ''
}
