import type { User } from '../../../shared/domain/office/types'
import type { Actor } from '../../../shared/domain/register/types'

/** Who is signed in at this machine, and whether the screen is locked (domain 1). */
export interface SessionState {
  user: User | null
  locked: boolean
}

const CHANNEL = 'front-desk-session'

type Message = { type: 'ask' } | { type: 'state'; state: SessionState }

/**
 * The session of all windows of this application: a second window asks the first for it, and locking or
 * switching in one holds in all.
 */
export class Session {
  private state: SessionState = { user: null, locked: false }
  private readonly listeners = new Set<() => void>()
  private readonly channel: BroadcastChannel | null

  constructor(useChannel = true) {
    this.channel =
      useChannel && typeof BroadcastChannel !== 'undefined' ? new BroadcastChannel(CHANNEL) : null
    this.channel?.addEventListener('message', (event: MessageEvent<Message>) => this.receive(event.data))
    this.channel?.postMessage({ type: 'ask' } satisfies Message)
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly snapshot = (): SessionState => this.state

  /** The actor commands act for; null when nobody is signed in or the screen is locked. */
  actor(): Actor | null {
    const { user, locked } = this.state
    return user && !locked ? { userId: user.id, name: user.name, role: user.role } : null
  }

  signedIn(user: User): void {
    this.set({ user, locked: false }, true)
  }

  lock(): void {
    if (this.state.user && !this.state.locked) this.set({ ...this.state, locked: true }, true)
  }

  signOut(): void {
    this.set({ user: null, locked: false }, true)
  }

  private set(state: SessionState, tell: boolean): void {
    this.state = state
    if (tell) this.channel?.postMessage({ type: 'state', state } satisfies Message)
    for (const listener of this.listeners) listener()
  }

  private receive(message: Message): void {
    if (message.type === 'state') this.set(message.state, false)
    else if (this.state.user)
      this.channel?.postMessage({ type: 'state', state: this.state } satisfies Message)
  }
}
