/** What an object holds at a dotted path, with places in lists as numbers: `answers.0.content`; undefined where nothing is. */
export function valueAt(object: unknown, path: string): unknown {
  let at: unknown = object
  for (const key of path.split('.')) {
    at = typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined
  }
  return at
}

/** The object with another value at a path that it has; the object itself stays as it is. */
export function withValueAt<T>(object: T, path: string, value: unknown): T {
  return put(object, path.split('.'), value) as T
}

function put(target: unknown, [key, ...rest]: string[], value: unknown): unknown {
  if (key === undefined) return value
  if (Array.isArray(target)) {
    return target.map((item: unknown, at) => (at === Number(key) ? put(item, rest, value) : item))
  }
  if (typeof target !== 'object' || target === null) return target
  return { ...target, [key]: put((target as Record<string, unknown>)[key], rest, value) }
}
