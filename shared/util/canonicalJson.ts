/**
 * JSON with keys sorted by code unit and nothing optional: equal values give equal text, on every machine and after
 * every round trip through storage. Fields that are undefined are left out, as JSON does.
 * @throws TypeError for numbers that JSON cannot hold: a digest over a silently changed value would prove nothing.
 */
export function canonicalJson(value: unknown): string {
  return write(value) ?? 'null'
}

function write(value: unknown): string | undefined {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') return writeNumber(value)
  if (Array.isArray(value)) return `[${value.map((item) => write(item) ?? 'null').join(',')}]`
  if (value instanceof Date) return JSON.stringify(value)
  if (typeof value === 'object') return writeObject(value)
  if (typeof value === 'bigint') throw new TypeError('canonical JSON holds no bigint')
  return undefined
}

function writeNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError('canonical JSON holds finite numbers only')
  return JSON.stringify(value)
}

function writeObject(value: object): string {
  const fields = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, item]) => {
      const text = write(item)
      return text === undefined ? [] : [`${JSON.stringify(key)}:${text}`]
    })
  return `{${fields.join(',')}}`
}
