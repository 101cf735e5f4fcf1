/** Listens to the window's own thread: its longest task from now on, ms; shorter than 50 ms shows as 0. */
export class LongTasks {
  private longest = 0
  private readonly observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) this.longest = Math.max(this.longest, duration)
  })

  constructor() {
    this.observer.observe({ type: 'longtask' })
  }

  end(): number {
    this.observer.disconnect()
    return this.longest
  }
}
