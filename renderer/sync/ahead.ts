/** Work begun before it is needed: where it fails, whoever needs it is told, and nobody else. */
export function ahead<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined)
  return work
}
