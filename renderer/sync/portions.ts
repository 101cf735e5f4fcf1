/** While nobody waits: what is begun gives way, and is begun again. */
const LARGEST = 500
const SMALLEST = 40
/** While somebody goes on working: a save waits for no more than these. */
const BESIDE = 20

/** How many rows are written in one transaction: fewer, where people come back before it is over. */
export class Portions {
  private quiet = LARGEST

  /** @param signal of `SyncWorld.quiet` */
  size(signal: AbortSignal | null): number {
    return signal ? this.quiet : BESIDE
  }

  /** What became of the last one: written, or given up for somebody. */
  note(signal: AbortSignal | null, isWritten: boolean): void {
    if (signal)
      this.quiet = Math.min(LARGEST, Math.max(SMALLEST, isWritten ? 2 * this.quiet : this.quiet / 2))
  }
}
