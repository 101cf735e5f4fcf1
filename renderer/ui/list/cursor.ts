/**
 * Where the cursor of a list of `count` rows goes from `at` (-1: nowhere yet) on a key; null when the key does not
 * move it. `page` is how many rows a page key jumps.
 */
export function cursorAfter(key: string, at: number, count: number, page: number): number | null {
  if (count === 0) return null
  const within = (index: number) => Math.min(count - 1, Math.max(0, index))
  switch (key) {
    case 'ArrowDown':
      return within(at + 1)
    case 'ArrowUp':
      return within(at < 0 ? count - 1 : at - 1)
    case 'PageDown':
      return within(at + page)
    case 'PageUp':
      return within(at - page)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
