import type { ReplicationEvent, ReplicationState } from '../data/replication'

const HISTORY = 50

const BEGINNING: ReplicationState = {
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

/** What the screens see of replication; each change is another object. */
export class StateStore {
  private state = BEGINNING
  private readonly listeners = new Set<() => void>()

  readonly snapshot = (): ReplicationState => this.state

  readonly subscribe = (onChange: () => void): (() => void) => {
    this.listeners.add(onChange)
    return () => this.listeners.delete(onChange)
  }

  set(change: Partial<ReplicationState>): void {
    this.state = { ...this.state, ...change }
    for (const listener of this.listeners) listener()
  }

  note(event: ReplicationEvent): void {
    this.set({ history: [event, ...this.state.history].slice(0, HISTORY) })
  }
}
