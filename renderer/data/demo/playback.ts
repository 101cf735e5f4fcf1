import type { User } from '../../../shared/domain/office/types'
import { instantFromMs, msOf } from '../../../shared/util/civilTime'
import type { Instant } from '../../../shared/util/instant'
import type { Result } from '../../../shared/util/result'
import { CommandRunner, type CommandSpec } from '../core/commandRunner'
import { DeskDatabase } from '../core/database'
import type { JournalLink } from '../core/env'
import { Session } from '../core/session'
import { PortionMemory } from './portionMemory'

/** Somebody of the made-up desk. */
export type DemoRole = 'clerk' | 'colleague' | 'supervisor' | 'director'

/** What somebody does at a moment of the made-up year. */
export interface DemoEvent {
  at: Instant
  who: DemoRole
  /** May add further events, at its own moment or later. */
  act: (desk: DemoDesk) => Promise<void>
  /** It waits for something besides the database, which a transaction would not outlive. */
  outside?: boolean
}

/** Events that share one transaction: a commit for each of ten thousand commands would take minutes. */
const TOGETHER = 80

/** A database that nobody else has open, and of which nothing is worth a flush a command: a last one follows. */
export class DemoDatabase extends DeskDatabase {
  readonly memory = new PortionMemory()

  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'relaxed' })
    this.use(this.memory.middleware)
  }
}

/** A command of the made-up year was refused: the year is wrong, or a rule is. */
export class DemoRefused extends Error {}

/**
 * Plays a year of events through the office's own commands, each at its own time: what stands in the demo is what the
 * app itself wrote, with numbers, timeline and chain.
 */
export class DemoDesk {
  private readonly session = new Session(false)
  private readonly runner: CommandRunner
  private readonly events: DemoEvent[] = []
  private clock: Instant
  users: Record<DemoRole, User> | null = null

  constructor(
    readonly db: DemoDatabase,
    readonly now: Instant,
    world: { journal: JournalLink; newId: () => string; from: Instant },
  ) {
    this.clock = world.from
    this.runner = new CommandRunner(
      {
        db,
        journal: world.journal,
        newId: world.newId,
        now: () => this.clock,
        freeBytes: async () => null,
        // The search index is read anew once the year is written.
        onCommitted: () => undefined,
      },
      this.session,
    )
  }

  /** Plans an event; one that lies after the present never happens. */
  plan(event: DemoEvent): void {
    if (msOf(event.at) < msOf(this.now)) this.events.push(event)
  }

  /** Runs a command at the moment of the event. */
  async run<I, O>(spec: CommandSpec<I, O>, input: NoInfer<I>): Promise<O> {
    const done: Result<{ value: O }> = await this.runner.run(spec, input)
    if (!done.ok) {
      const { key, field = '', params } = done.refusal
      throw new DemoRefused(`${spec.name} at ${this.clock}: ${key} ${field} ${JSON.stringify(params ?? {})}`)
    }
    return done.value.value
  }

  signIn(user: User): void {
    this.session.signedIn(user)
    // What is read along is read as whoever acts sees it.
    this.db.reader = () => ({ userId: user.id, role: user.role })
  }

  at(): Instant {
    return this.clock
  }

  /** Plays what is planned, and what that plans, in order of time. */
  async play(onPortion: (at: Instant) => Promise<void>, signal?: AbortSignal): Promise<void> {
    while (this.events.length > 0) {
      signal?.throwIfAborted()
      const outside = await this.playTogether()
      if (outside) await this.playOne(outside)
      await onPortion(this.clock)
    }
  }

  private async playTogether(): Promise<DemoEvent | null> {
    const { db } = this
    try {
      return await db.transaction('rw', db.tables, async () => {
        db.memory.begin()
        const outside = await this.playPortion()
        await db.memory.write()
        return outside
      })
    } finally {
      db.memory.end()
    }
  }

  /** Answers the event that must be played after the transaction. */
  private async playPortion(): Promise<DemoEvent | null> {
    for (let played = 0; played < TOGETHER; played += 1) {
      const next = this.takeEarliest()
      if (!next) return null
      if (next.outside) return next
      await this.playOne(next)
    }
    return null
  }

  private async playOne({ at, who, act }: DemoEvent): Promise<void> {
    // Nothing happens at the same moment twice, nor before what has happened.
    this.clock = msOf(at) > msOf(this.clock) ? at : instantFromMs(msOf(this.clock) + 1000)
    const user = this.users?.[who]
    if (user) this.signIn(user)
    await act(this)
  }

  private takeEarliest(): DemoEvent | undefined {
    let best = 0
    for (let i = 1; i < this.events.length; i += 1) {
      if ((this.events[i]?.at ?? '') < (this.events[best]?.at ?? '')) best = i
    }
    return this.events.splice(best, 1)[0]
  }
}
