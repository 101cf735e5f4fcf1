import type { Replication, ReplicationState, RunningReplication } from '../data/replication'

/** Other windows of the desk hear by it that one of them needs the engine. */
const WANTED = 'front-desk-replication-wanted'

const OFF: ReplicationState = {
  kind: 'off',
  needs: null,
  trouble: null,
  upToDateAt: null,
  waiting: 0,
  refused: [],
  progress: null,
  aheadMs: null,
  history: [],
}

/** What is needed to begin: the engine, fetched only then, and whether a server is set up. */
export interface LateParts {
  start: () => Promise<RunningReplication>
  isSetUp: () => Promise<boolean>
  report: (error: unknown) => void
}

/**
 * Replication that is fetched and begun only where a server is set up, or once one is: most offices work alone, and
 * need not load what they never use. Until then it is off.
 */
export class LateReplication implements Replication {
  private running: RunningReplication | null = null
  private starting: Promise<Replication | null> | null = null
  private over = false
  /** Settled once it is known whether a server is set up. */
  private looked: Promise<void> | null = null
  private readonly listeners = new Set<() => void>()
  private readonly channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(WANTED)

  constructor(private readonly parts: LateParts) {
    this.channel?.addEventListener('message', () => void this.begun())
  }

  /** Begins where a server is set up already. */
  startIfSetUp(): Promise<void> {
    this.looked = this.parts.isSetUp().then(async (setUp) => void (setUp && (await this.begun())))
    return this.looked
  }

  stop(): void {
    this.over = true
    this.channel?.close()
    this.running?.stop()
  }

  readonly snapshot = (): ReplicationState => this.running?.desk.snapshot() ?? OFF

  readonly subscribe = (onChange: () => void): (() => void) => {
    this.listeners.add(onChange)
    return () => this.listeners.delete(onChange)
  }

  readonly syncNow = (): void => void this.wanted().then((engine) => engine?.syncNow())

  /** Called when a server was set up: from now on it is needed, in every window. */
  readonly restart = (): void => void this.wanted().then((engine) => engine?.restart())

  readonly answer: Replication['answer'] = async (need, agreed) => (await this.wanted())?.answer(need, agreed)

  readonly retry: Replication['retry'] = async (table, recordId) =>
    (await this.wanted())?.retry(table, recordId)

  // Nobody to fetch it from, unless an engine is there or on its way.
  readonly fetchFile: Replication['fetchFile'] = async (sha256) => {
    await this.looked
    return (await this.starting)?.fetchFile(sha256) ?? false
  }

  private wanted(): Promise<Replication | null> {
    if (!this.starting && !this.over) this.channel?.postMessage({})
    return this.begun()
  }

  private begun(): Promise<Replication | null> {
    this.starting ??= this.begin().catch((error: unknown) => {
      this.parts.report(error)
      this.starting = null
      return null
    })
    return this.starting
  }

  private async begin(): Promise<Replication | null> {
    if (this.over) return null
    const running = await this.parts.start()
    if (this.over) {
      running.stop()
      return null
    }
    this.running = running
    running.desk.subscribe(() => this.tell())
    this.tell()
    return running.desk
  }

  private tell(): void {
    for (const listener of this.listeners) listener()
  }
}
