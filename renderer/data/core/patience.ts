/** How long the disk may take for an answer before a command says that it does not, ms. */
export const PATIENCE_MS = 15_000

/** No answer came in time. What was asked may still happen. */
export const LATE = Symbol('late')

/**
 * The answer, or `LATE` after `ms`: a disk that hangs (a network share, a dying drive) must not hang the desk (quality 6).
 */
export async function within<T>(ms: number, asked: Promise<T>): Promise<T | typeof LATE> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<typeof LATE>((resolve) => {
    timer = setTimeout(() => resolve(LATE), ms)
  })
  try {
    return await Promise.race([asked, late])
  } finally {
    clearTimeout(timer)
  }
}

/** Commands that take long without getting on, so that a screen can say so instead of 正在保存 for ever. */
export class Slowness {
  private slow = 0
  private readonly listeners = new Set<() => void>()

  constructor(private readonly ms = PATIENCE_MS) {}

  /** Watches a command: `touch` where it got on, `end` where it is over. */
  watch(): { touch: () => void; end: () => void } {
    let timer: ReturnType<typeof setTimeout> | null = null
    let isSlow = false
    const settle = (): void => {
      if (timer) clearTimeout(timer)
      timer = null
      if (isSlow) this.count(-1)
      isSlow = false
    }
    const touch = (): void => {
      settle()
      timer = setTimeout(() => {
        isSlow = true
        this.count(1)
      }, this.ms)
    }
    touch()
    return { touch, end: settle }
  }

  readonly onChange = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly isSlow = (): boolean => this.slow > 0

  private count(by: number): void {
    this.slow += by
    for (const listener of this.listeners) listener()
  }
}
