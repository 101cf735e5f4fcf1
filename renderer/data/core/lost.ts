/**
 * Whether the database was lost while the desk was open: Chromium empties or closes one that it finds damaged. Found by a
 * command, told above every screen until the recovery.
 */
export class Lost {
  private lost = false
  private readonly listeners = new Set<() => void>()

  readonly onChange = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly isLost = (): boolean => this.lost

  tell(lost: boolean): void {
    if (lost === this.lost) return
    this.lost = lost
    for (const listener of this.listeners) listener()
  }
}
