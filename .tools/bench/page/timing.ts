/** How long `work` takes, ms, with what it answers. */
export async function timed<T>(work: () => PromiseLike<T>): Promise<{ ms: number; value: T }> {
  const began = performance.now()
  const value = await work()
  return { ms: performance.now() - began, value }
}
