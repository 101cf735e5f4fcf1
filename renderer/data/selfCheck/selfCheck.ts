import type { DeskDatabase } from '../core/database'
import type { SelfCheckPorts, SelfCheckReport } from './types'

/** The self-check of a window: its last report, for every screen that shows it. */
export class SelfCheck {
  private report: SelfCheckReport | null = null
  private running: Promise<SelfCheckReport> | null = null
  private readonly listeners = new Set<() => void>()

  constructor(
    private readonly db: DeskDatabase,
    private readonly ports: SelfCheckPorts,
  ) {}

  /** Looks once at a time; whoever asks meanwhile gets the same report. */
  run(thorough: boolean): Promise<SelfCheckReport> {
    this.running ??= import('./lookThrough')
      .then(({ lookThrough }) => lookThrough(this.db, this.ports, thorough))
      .then((report) => {
        this.report = report
        return report
      })
      .finally(() => {
        this.running = null
        for (const listener of this.listeners) listener()
      })
    return this.running
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly last = (): SelfCheckReport | null => this.report
}
