import { BATCH_LIMITS, type BatchLimits, batchesOf, halved, narrower } from '../../shared/sync/batches'
import type { RecordDoc } from '../../shared/sync/wire'
import { filesNamedBy } from '../../shared/schema/backupFiles'
import type { DeskDatabase } from '../data/core/database'
import { recordDocs } from '../data/replica/documents'
import { park, readWaiting, requeue, settleSent, type Sent, type Waiting } from '../data/replica/outbox'
import type { DeskReason } from '../data/replication'
import { ahead } from './ahead'
import type { Connection } from './connection'
import type { SyncWay, SyncWorld } from './ports'
import { ServerTrouble } from './server/couch'

/** Records read at once: what is in flight must fit the memory, and one request. */
const ROWS = 500
/** While somebody goes on working. */
const ROWS_BESIDE = 40
/** Answers noted in one transaction: a save waits for no more than these. */
const SETTLED = 250
/** Why a single record is set aside. */
const TOO_LARGE: DeskReason = 'tooLarge'
/** A round in which the server took nothing may happen when another machine is faster; more of them are a fault. */
const MOST_IDLE_ROUNDS = 5

interface Row {
  waiting: Waiting
  doc: RecordDoc
}

/** What came of a round of sending. */
export interface Pushed {
  sent: Waiting[]
  /** Records of which somebody else changed the document: to be looked at. */
  conflicts: Waiting[]
  refused: number
}

/** Sends records that wait, each handled by its own answer. Throws `ServerTrouble`, `Cancelled`. */
export class RecordPusher {
  private limits: BatchLimits = BATCH_LIMITS
  private idle = 0
  /** What goes next, made ready while the server works. */
  private next: Promise<Row[]> | null = null
  /** What the server took last is noted beside the next request; until it is, nothing of it is sent again. */
  private settling: Promise<void> = Promise.resolve()
  private unsettled: readonly string[] = []
  /** The sequence up to which what waits was read; whatever waits before it comes at last. */
  private from = 0

  constructor(
    private readonly db: DeskDatabase,
    private readonly connection: Connection,
    private readonly way: SyncWay,
    private readonly world: SyncWorld,
  ) {}

  /** One round; null where nothing waits. */
  async round(): Promise<Pushed | null> {
    try {
      return await this.sendNext()
    } catch (error) {
      // Whoever comes back finds noted what the server took.
      await this.settling.catch(() => undefined)
      throw error
    }
  }

  private async sendNext(): Promise<Pushed | null> {
    const rows = (await this.readied()) ?? (await this.readyAtLast())
    if (rows.length === 0) return null
    // A record that names a file is never on the server before the file.
    await this.sendFiles(rows.map(({ waiting }) => waiting))
    this.next = ahead(this.ready([...this.unsettled, ...rows.map(({ waiting }) => waiting.id)]))
    const pushed: Pushed = { sent: [], conflicts: [], refused: 0 }
    for (const batch of this.cut(rows)) await this.send(batch, pushed)
    this.idle = pushed.sent.length + pushed.refused > 0 ? 0 : this.idle + 1
    if (this.idle > MOST_IDLE_ROUNDS) throw new ServerTrouble('refused')
    return pushed
  }

  /** What was made ready beside the round before; null where that is nothing: something may wait since. */
  private async readied(): Promise<Row[] | null> {
    const rows = await this.next
    this.next = null
    return rows && rows.length > 0 ? rows : null
  }

  private async readyAtLast(): Promise<Row[]> {
    await this.settled()
    this.from = 0
    return this.ready([])
  }

  /** The documents of what waits, without those that are on their way: these are never changed in flight. */
  private async ready(sending: readonly string[]): Promise<Row[]> {
    const { db, connection } = this
    const limit = (await this.world.quiet()) ? ROWS : ROWS_BESIDE
    const waiting = await readWaiting(db, limit, connection.me.notReplicated, new Set(sending), this.from)
    this.from = waiting.at(-1)?.seq ?? 0
    const docs = await recordDocs(db, connection.me, waiting)
    return docs.flatMap((doc, i): Row[] => (waiting[i] ? [{ waiting: waiting[i], doc }] : []))
  }

  private cut(rows: readonly Row[]): Row[][] {
    const byDoc = new Map(rows.map((row) => [row.doc, row]))
    return batchesOf([...byDoc.keys()], this.limits).map((docs) =>
      docs.flatMap((doc) => byDoc.get(doc) ?? []),
    )
  }

  private async send(batch: readonly Row[], pushed: Pushed): Promise<void> {
    try {
      const results = await this.connection.couch.write(batch.map(({ doc }) => doc))
      await this.settle(batch, results, pushed)
    } catch (error) {
      if (!(error instanceof ServerTrouble) || error.trouble !== 'tooLarge') throw error
      const halves = halved(batch)
      this.limits = narrower(
        this.limits,
        batch.map(({ doc }) => doc),
      )
      if (halves) for (const half of halves) await this.send(half, pushed)
      else for (const { waiting } of batch) await this.park(waiting, TOO_LARGE, pushed)
    }
  }

  private async settle(
    batch: readonly Row[],
    results: readonly { rev?: string; error?: string; reason?: string }[],
    pushed: Pushed,
  ): Promise<void> {
    const sent: Sent[] = []
    for (const [i, { waiting }] of batch.entries()) {
      const { rev, error, reason } = results[i] ?? {}
      if (rev && !error) sent.push({ waiting, rev })
      else if (error === 'conflict') pushed.conflicts.push(waiting)
      else if (error === 'forbidden') await this.park(waiting, reason ?? '', pushed)
      else throw new ServerTrouble(error === 'unauthorized' ? 'noRights' : 'busy')
    }
    await this.settled()
    this.unsettled = sent.map(({ waiting }) => waiting.id)
    this.settling = ahead(this.noteSent(sent))
    pushed.sent.push(...sent.map(({ waiting }) => waiting))
    // What is done about these asks what waits.
    const isLookedAt = pushed.conflicts.length > 0 || sent.some(({ waiting }) => LOOKED_AT.has(waiting.table))
    if (isLookedAt) await this.settled()
  }

  private async noteSent(sent: readonly Sent[]): Promise<void> {
    for (let at = 0; at < sent.length; ) {
      const to = at + ((await this.world.quiet()) ? SETTLED : ROWS_BESIDE)
      await settleSent(this.db, sent.slice(at, to), this.connection.mark.checkpoint.n)
      at = to
    }
  }

  private async settled(): Promise<void> {
    await this.settling
    this.unsettled = []
  }

  /** What the server never takes must not keep back what it would (quality 5). */
  private async park(waiting: Waiting, reason: string, pushed: Pushed): Promise<void> {
    await park(this.db, waiting, reason, this.world.now())
    pushed.refused += 1
  }

  private async sendFiles(waiting: readonly Waiting[]): Promise<void> {
    const named = new Set(waiting.flatMap(({ table, row }) => filesNamedBy(table, row)))
    for (const sha256 of named) {
      const outcome = await this.way.sendFile(sha256, this.connection.me.officeId)
      // A file that is too large for the server, or gone from here, keeps no record back.
      if (outcome.kind === 'trouble' && !STAYS.has(outcome.trouble))
        throw new ServerTrouble(outcome.trouble, outcome.status)
    }
  }

  /** Documents that the server lost are to be sent as new ones. */
  async lost(ids: readonly string[]): Promise<void> {
    await requeue(this.db, ids)
  }
}

/** Tables of which the sending has consequences: see `Exchange.afterSending`. */
const LOOKED_AT: ReadonlySet<string> = new Set(['monthReviews', 'erasures'])

const STAYS: ReadonlySet<string> = new Set(['tooLarge', 'refused'])
