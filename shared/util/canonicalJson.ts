/**
 * JSON with keys sorted by code unit and nothing optional: equal values give equal text, on every machine and after
 * every round trip through storage. Fields that are undefined are left out, as JSON does.
 * @throws TypeError for numbers that JSON cannot hold: a digest over a silently changed value would prove nothing.
 */
export function canonicalJson(value: unknown): string {
  return write(value) ?? 'null'
}

/** What JSON writes otherwise than it stands, and a little more: quotes, backslashes, control characters, lone surrogates. */
const AWKWARD = /["\\\p{Cc}\p{Cs}]/u

// Each document that comes or goes, and each entry, is written like this: plainly, for that is several times quicker.
function write(value: unknown): string | undefined {
  if (typeof value === 'string') return quoted(value)
  if (value === null) return 'null'
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return writeNumber(value)
  if (Array.isArray(value)) return `[${value.map((item) => write(item) ?? 'null').join(',')}]`
  if (value instanceof Date) return JSON.stringify(value)
  if (typeof value === 'object') return writeObject(value)
  if (typeof value === 'bigint') throw new TypeError('canonical JSON holds no bigint')
  return undefined
}

function quoted(text: string): string {
  return AWKWARD.test(text) ? JSON.stringify(text) : `"${text}"`
}

function writeNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError('canonical JSON holds finite numbers only')
  return JSON.stringify(value)
}

function writeObject(value: object): string {
  const fields = value as Readonly<Record<string, unknown>>
  let written = ''
  // Without a comparison of its own `sort` goes by code unit.
  for (const key of Object.keys(fields).sort()) {
    const text = write(fields[key])
    if (text !== undefined) written += `${written === '' ? '' : ','}${quoted(key)}:${text}`
  }
  return `{${written}}`
}
