/** How long the window's thread is held at a time, ms: a key that is typed meanwhile waits no longer. */
const HELD_MS = 8

/** Maps one after another, and lets whatever else waits for the thread go first now and then. */
export async function mapGently<T, U>(items: readonly T[], map: (item: T, at: number) => U): Promise<U[]> {
  const mapped: U[] = []
  let began = performance.now()
  for (const [at, item] of items.entries()) {
    mapped.push(map(item, at))
    if (performance.now() - began < HELD_MS) continue
    await othersFirst()
    began = performance.now()
  }
  return mapped
}

/** A message of its own goes behind all that waits already; a timer would come milliseconds later. */
function othersFirst(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      port1.close()
      resolve()
    })
    port1.start()
    port2.postMessage(null)
  })
}
