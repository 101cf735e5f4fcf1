import type { ZodType } from 'zod'
import type { Permission } from '../../../shared/domain/office/permissions'
import { may } from '../../../shared/domain/office/permissions'
import type { User } from '../../../shared/domain/office/types'
import type { Actor } from '../../../shared/domain/register/types'
import { loadPinyin } from '../../../shared/util/pinyin'
import { withPlainTexts } from '../../../shared/util/plainText'
import { accept, type Result, refuse } from '../../../shared/util/result'
import { Activity } from './activity'
import { appendToChain, chainEnd } from './chain'
import { CommandTx } from './commandTx'
import { type DataEnv, MIN_FREE_BYTES } from './env'
import { JournalFeeder } from './journalFeeder'
import { Lost } from './lost'
import { LATE, PATIENCE_MS, Slowness, within } from './patience'
import { Refused } from './refused'
import { ruleContextOf } from './rules'
import type { Session } from './session'
import { type AnyTable, type ChainState, CORE_TABLES, type RecordTable } from './tables'

/** A command: what it takes, who may, which tables it needs, and what it does inside the transaction. */
export interface CommandSpec<I, O> {
  /** `complaint.register`: the name the audit chain keeps. */
  name: string
  input: ZodType<I>
  /** Permission of domain 1, or null for the few that run before anybody is signed in. */
  permission: Permission | null
  tables: RecordTable[]
  run: (tx: CommandTx, input: I) => Promise<Result<O>>
  /** Set for what must work although the clock is wrong (domain 3): counting a wrong PIN, accepting the clock. */
  ignoresClock?: boolean
  /** Run by the desk itself, whoever is signed in, or nobody: what came from the server is no clerk's doing. */
  bySystem?: true
  /** Its texts were made plain where they were typed, and are digested as they are. */
  asIs?: true
}

export interface CommandOptions {
  /** The draft this command makes superfluous; it goes in the same transaction. */
  draftId?: string
  /** Aborting before the commit undoes everything. */
  signal?: AbortSignal
  /** Answers after the commit: main flushes its line beside the next, which waits for it. For what nobody waits for. */
  flushesLater?: true
  /** Rows written so far, of how many, for long commands. */
  onProgress?: (done: number, total: number) => void
}

/** `confirmed` is true once the journal has flushed too: only then may a screen say 已保存. */
export interface Saved<O> {
  value: O
  confirmed: boolean
}

/** How far the clock may jump back before it is reported, ms (domain 3). */
const CLOCK_TOLERANCE_MS = 5 * 60_000

/** The only way data is written (architecture). */
export class CommandRunner {
  readonly feeder: JournalFeeder
  /** Whether somebody waits for a command: what the desk does by itself steps aside. */
  readonly activity = new Activity()
  /** Tells when a command takes long without getting on: the disk may not answer. */
  readonly slowness: Slowness
  /** Tells when a command finds the database emptied, or can read it no longer. */
  readonly lost = new Lost()

  constructor(
    readonly env: DataEnv,
    readonly session: Session,
    private readonly patienceMs = PATIENCE_MS,
  ) {
    this.feeder = new JournalFeeder(env, patienceMs)
    this.slowness = new Slowness(patienceMs)
  }

  /**
   * Runs a command in one strict transaction, then has main flush its journal line.
   * Refusals: `input.invalid`, `session.none`, `session.changed`, `role.notAllowed`, `system.diskFull`, `disk.notAnswering`,
   * `database.hollow`, `database.lost`, `journal.unavailable`,
   * `clock.backwards`, and whatever the command's own rules refuse.
   */
  run<I, O>(spec: CommandSpec<I, O>, input: I, options: CommandOptions = {}): Promise<Result<Saved<O>>> {
    const work = () => this.execute(spec, input, options)
    return spec.bySystem ? work() : this.activity.during(work)
  }

  private async execute<I, O>(
    spec: CommandSpec<I, O>,
    input: I,
    options: CommandOptions,
  ): Promise<Result<Saved<O>>> {
    const parsed = spec.input.safeParse(input)
    if (!parsed.success) {
      return refuse('input.invalid', parsed.error.issues[0]?.path.join('.') ?? '')
    }
    const actor = this.actorFor(spec)
    if (!actor.ok) return actor
    const ready = await this.readyToWrite()
    if (!ready.ok) return ready
    const watch = this.slowness.watch()
    const onProgress = (done: number, total: number) => {
      watch.touch()
      options.onProgress?.(done, total)
    }
    try {
      const given = spec.asIs ? parsed.data : withPlainTexts(parsed.data)
      if (options.flushesLater && !(await this.feeder.flush())) return refuse('journal.unavailable')
      const value = await this.transact(spec, given, actor.value, { ...options, onProgress })
      const flushed = this.feeder.flush()
      const confirmed = options.flushesLater ? false : await flushed
      return accept({ value, confirmed })
    } catch (error) {
      if (error instanceof Refused) {
        if (error.refusal.key === 'database.lost') this.lost.tell(true)
        return { ok: false, refusal: error.refusal }
      }
      const answer = this.translate(error, options)
      const isLost = answer.refusal.key === 'system.databaseFailed' && (await this.cannotRead())
      if (isLost) this.lost.tell(true)
      return isLost ? refuse('database.lost') : answer
    } finally {
      watch.end()
    }
  }

  /** Whether not even whoever is signed in can be read any more: no fault of the one command. */
  private async cannotRead(): Promise<boolean> {
    const { user } = this.session.snapshot()
    if (!user) return false
    const read = this.env.db.of('users').get(user.id)
    return (await within(this.patienceMs, read).catch(() => undefined)) === undefined
  }

  private actorFor(spec: { permission: Permission | null; bySystem?: true }): Result<Actor> {
    const actor = spec.bySystem ? null : this.session.actor()
    if (spec.permission === null) {
      return accept(actor ?? { userId: 'system', name: '', role: 'director' })
    }
    if (!actor) return refuse('session.none')
    return may(actor.role, spec.permission) ? accept(actor) : refuse('role.notAllowed')
  }

  private async readyToWrite(): Promise<Result<true>> {
    // Search documents hold pinyin, and nothing but the database may be awaited inside a transaction.
    await loadPinyin()
    const { isWhole, freeBytes } = this.env
    const whole = isWhole ? await within(this.patienceMs, isWhole()) : true
    const free = await within(this.patienceMs, freeBytes())
    if (whole === LATE || free === LATE) return refuse('disk.notAnswering')
    if (!whole) return refuse('database.hollow')
    if (free !== null && free < MIN_FREE_BYTES) return refuse('system.diskFull')
    if (!(await this.feeder.caughtUp())) return refuse('journal.unavailable')
    return accept(true)
  }

  private async transact<I, O>(
    spec: CommandSpec<I, O>,
    input: I,
    actor: Actor,
    options: CommandOptions,
  ): Promise<O> {
    const { db } = this.env
    const tables: AnyTable[] = [...new Set<AnyTable>([...CORE_TABLES, 'users', ...spec.tables])]
    // A signal may outlive very many commands: one that is over leaves nothing at it, for all it wrote would hang on that.
    const over = new AbortController()
    const work = db.transaction('rw', tables, async (transaction) => {
      options.signal?.addEventListener('abort', () => transaction.abort(), { signal: over.signal })
      if (options.signal?.aborted) transaction.abort()
      const [end, ctx, user] = await Promise.all([
        chainEnd(db),
        ruleContextOf(this.env, actor),
        spec.permission === null ? null : db.of('users').get(actor.userId),
      ])
      refuseWhereLost(this.session, user, end.chain)
      if (user) refuseWhoChanged(user, actor)
      if (!spec.ignoresClock) refuseBackwardClock(end.chain, ctx.now)
      const tx = new CommandTx(db, ctx, options.onProgress)
      const result = await spec.run(tx, input)
      if (!result.ok) throw new Refused(result.refusal)
      const writes = tx.writes.length > 0 || tx.logged
      const dropped = writes ? this.feeder.dropAcknowledged(transaction.idbtrans) : 0
      // Side by side, as in `appendToChain`; first what has to be asked before it can be written.
      const [, line] = await Promise.all([
        tx.writer.finish(),
        writes ? appendToChain(db, spec.name, tx, end) : null,
        options.draftId ? db.of('drafts').delete(options.draftId) : null,
      ])
      return { value: result.value, line, dropped, search: tx.writer.search }
    })
    const done = await work.finally(() => over.abort())
    this.feeder.hasDropped(done.dropped)
    if (done.line) this.feeder.enqueue(done.line)
    const { line, search } = done
    this.env.onCommitted(line ? { ...search, chain: { seq: line.seq, digest: line.digest } } : search)
    return done.value
  }

  private translate(error: unknown, options: CommandOptions): ReturnType<typeof refuse> {
    if (options.signal?.aborted) return refuse('command.cancelled')
    const name = error instanceof Error ? error.name : ''
    if (name === 'QuotaExceededError') return refuse('system.diskFull')
    if (name === 'SealKeyMissing') return refuse('vault.locked')
    if (name === 'SealBroken') return refuse('record.sealBroken')
    if (name === 'ConstraintError') return refuse('record.duplicate')
    return refuse('system.databaseFailed', undefined, { code: name || 'unknown' })
  }
}

/**
 * Users are never deleted, and nobody signs in before the chain begins: where either is gone, Chromium has emptied the
 * database beneath the desk. A chain begun anew would contradict the journal.
 */
function refuseWhereLost(
  session: Session,
  user: User | null | undefined,
  chain: ChainState | undefined,
): void {
  const isSignedIn = session.snapshot().user !== null
  if (user === undefined || (isSignedIn && !chain)) throw new Refused({ key: 'database.lost' })
}

/** Whoever signed in may have another role by now, or none: what the table says counts, not the session (domain 1). */
function refuseWhoChanged(user: User, actor: Actor): void {
  if (!user.active || user.role !== actor.role) throw new Refused({ key: 'session.changed' })
}

function refuseBackwardClock(chain: ChainState | undefined, now: string): void {
  if (!chain) return
  if (Date.parse(now) < Date.parse(chain.newestAt) - CLOCK_TOLERANCE_MS) {
    throw new Refused({ key: 'clock.backwards', params: { now, newest: chain.newestAt } })
  }
}
