/** Old and new value of one field; null where it did not exist. `path` is dotted: `handling.proposals`. */
export interface FieldChange {
  path: string
  before: unknown
  after: unknown
}

type Plain = Record<string, unknown>

/**
 * The fields in which two plain objects differ, for the erasable detail of an audit entry (architecture).
 * Objects are walked; lists of objects are compared by index, so that a new answer is one change; lists of
 * anything else are one value. A field that is absent, undefined or null counts as null.
 */
export function diffFields(before: unknown, after: unknown, path = ''): FieldChange[] {
  if (same(before, after)) return []
  if (isPlain(before) && isPlain(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)])
    return [...keys].sort().flatMap((key) => diffFields(before[key], after[key], join(path, key)))
  }
  if (isObjectList(before) && isObjectList(after)) {
    const length = Math.max(before.length, after.length)
    return Array.from({ length }, (_, index) => index).flatMap((index) =>
      diffFields(before[index], after[index], join(path, String(index))),
    )
  }
  return [{ path, before: before ?? null, after: after ?? null }]
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isObjectList(value: unknown): value is Plain[] {
  return Array.isArray(value) && value.every(isPlain)
}

function same(a: unknown, b: unknown): boolean {
  if (Object.is(a ?? null, b ?? null)) return true
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => same(item, b[index]))
  }
  if (!isPlain(a) || !isPlain(b)) return false
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every((key) => same(a[key], b[key]))
}

/**
 * The inverse of `diffFields`: `after` with every change taken back, so that `diffFields(before, revertFields(after,
 * diffFields(before, after)))` is empty. A field that did not exist before comes back as null, an item of a list goes.
 * Keys may hold no dots, for paths are dotted.
 */
export function revertFields<T>(after: T, changes: readonly FieldChange[]): T {
  return revert(after, changes) as T
}

function revert(after: unknown, changes: readonly FieldChange[]): unknown {
  const whole = changes.find(({ path }) => path === '')
  if (whole) return whole.before
  if (Array.isArray(after)) return revertList(after, changes)
  if (!isPlain(after)) return after
  const reverted: Plain = { ...after }
  for (const [key, inner] of byHead(changes)) reverted[key] = revert(after[key], inner)
  return reverted
}

/** What came at the end of a list goes; what went from its end comes back. */
function revertList(after: readonly unknown[], changes: readonly FieldChange[]): unknown[] {
  const reverted = [...after]
  for (const [index, inner] of byHead(changes)) {
    reverted[Number(index)] = revert(after[Number(index)], inner)
  }
  return reverted.filter((item) => item !== null && item !== undefined)
}

/** Changes by the first part of their path, which is taken off. */
function byHead(changes: readonly FieldChange[]): Map<string, FieldChange[]> {
  const groups = new Map<string, FieldChange[]>()
  for (const { path, ...change } of changes) {
    const [head = '', ...rest] = path.split('.')
    groups.set(head, [...(groups.get(head) ?? []), { ...change, path: rest.join('.') }])
  }
  return groups
}
