/** A request was called off by whoever asked. */
export class Cancelled extends Error {
  override name = 'Cancelled'
}

/** A request took longer than it was given. */
export class TimedOut extends Error {
  override name = 'TimedOut'
}

/** A request under way. */
export interface Call {
  signal: AbortSignal
  /** Rejects when the call ends before its work: the network may take its time to notice that. Never resolves. */
  broken: Promise<never>
  /** Something came or went: the time that is given begins anew. */
  progress(): void
}

/** The requests under way, by the names that the page gave them. */
export class Calls {
  private readonly open = new Map<string, Set<AbortController>>()

  /** Calls off every request of that name. */
  cancel(id: string): void {
    for (const controller of this.open.get(id) ?? []) controller.abort(new Cancelled())
  }

  cancelAll(): void {
    for (const id of this.open.keys()) this.cancel(id)
  }

  /** Does `work` for at most `timeoutMs` without progress. Rejects with `Cancelled`, `TimedOut`, and what `work` throws. */
  async run<T>(id: string, timeoutMs: number, work: (call: Call) => Promise<T>): Promise<T> {
    const controller = new AbortController()
    const { signal } = controller
    const timer = setTimeout(() => controller.abort(new TimedOut()), timeoutMs)
    const broken = new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    })
    broken.catch(() => undefined)
    this.note(id, controller)
    try {
      return await work({ signal, broken, progress: () => timer.refresh() })
    } catch (error) {
      throw signal.aborted ? signal.reason : error
    } finally {
      clearTimeout(timer)
      this.drop(id, controller)
      // Whatever is left of the answer is not waited for.
      if (!signal.aborted) controller.abort(new Cancelled())
    }
  }

  private note(id: string, controller: AbortController): void {
    const same = this.open.get(id) ?? new Set()
    this.open.set(id, same.add(controller))
  }

  private drop(id: string, controller: AbortController): void {
    const same = this.open.get(id)
    same?.delete(controller)
    if (same?.size === 0) this.open.delete(id)
  }
}
