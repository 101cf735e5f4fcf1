import { setTimeout as pause } from 'node:timers/promises'
import type { JournalLine } from '../../../shared/ipc/channels'

/** More than this written during one backup is an import or a migration: the backup is made afterwards. */
const MOST_BYTES = 256 * 1024 * 1024

/** The journal's lines that are written while a backup is made, in their order. */
export class Tee {
  private readonly lines = new Map<number, string>()
  private bytes = 0
  private wake: () => void = () => undefined

  /** Lines that the journal has flushed. */
  note(lines: readonly JournalLine[]): void {
    if (this.isFull()) return
    for (const { seq, body } of lines) {
      this.lines.set(seq, body)
      this.bytes += body.length
    }
    this.wake()
  }

  isFull(): boolean {
    return this.bytes > MOST_BYTES
  }

  /**
   * The bodies of the lines after `from` up to `to`; null when one of them has not come after `patienceMs`: another
   * window committed it and the journal does not take it.
   */
  async between(from: number, to: number, patienceMs: number): Promise<string[] | null> {
    const late = pause(patienceMs, true, { ref: false })
    for (;;) {
      const wanted = Array.from({ length: Math.max(0, to - from) }, (_, i) => this.lines.get(from + 1 + i))
      if (!this.isFull() && wanted.every((body) => body !== undefined)) return wanted
      const more = new Promise<false>((resolve) => {
        this.wake = () => resolve(false)
      })
      if (this.isFull() || (await Promise.race([late, more]))) return null
    }
  }
}
