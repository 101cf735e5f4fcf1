import type { SyncOutcome, SyncRequest } from '../../shared/ipc/syncChannels'

/** The way to the server: main's, or a test's. Throws nothing. */
export interface SyncWay {
  request: (request: SyncRequest) => Promise<SyncOutcome>
  cancel: (id: string) => void
  /** Sends a file of 附件 if the server has it not. */
  sendFile: (sha256: string, officeId: string) => Promise<SyncOutcome>
  fetchFile: (sha256: string) => Promise<{
    got: 'fetched' | 'had' | 'missing' | 'damaged'
    outcome: SyncOutcome | null
  }>
  /** Whether a server is set up, and to run. */
  state: () => Promise<{ on: boolean; paused: boolean }>
}

/** Time and chance, passed in. */
export interface SyncWorld {
  now: () => string
  newId: () => string
  /** In [0, 1). */
  random: () => number
  /** Resolves after `ms`, or as soon as `signal` aborts. */
  sleep: (ms: number, signal: AbortSignal) => Promise<void>
  /**
   * Resolves when the desk does nothing that somebody waits for, with a signal that aborts as soon as it does; after a
   * while in any case, with null: somebody goes on working, and only a little may be done beside.
   */
  quiet: () => Promise<AbortSignal | null>
  /** Logs a failure of the engine itself, by its kind. */
  report: (error: unknown) => void
  appVersion: string
}
