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
