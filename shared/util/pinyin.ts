/** A name as clerks type it: `shanxiongxin` and `sxx` for 单雄信. */
export interface NamePinyin {
  full: string
  initials: string
}

type Syllables = (name: string) => string[]

const CACHE_LIMIT = 50_000
const cache = new Map<string, NamePinyin>()
let syllablesOf: Syllables | null = null

/**
 * Brings the pinyin tables, 150 KB compressed that the first screen must not wait for. Await it before the first
 * transaction that writes search text; afterwards `namePinyin` answers at once. Calling it again costs nothing.
 */
export async function loadPinyin(): Promise<void> {
  if (syllablesOf) return
  const { pinyin } = await import('pinyin-pro')
  syllablesOf = (name) =>
    pinyin(name, { surname: 'all', toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
}

/**
 * Full pinyin and initials of a name, surnames read as surnames (单 shàn). Letters and digits stay themselves.
 * @throws Error before `loadPinyin` has finished: search text without pinyin would be stored and never noticed.
 */
export function namePinyin(name: string): NamePinyin {
  const known = cache.get(name)
  if (known) return known
  if (!syllablesOf) throw new Error('namePinyin before loadPinyin')
  const parts = syllablesOf(name.normalize('NFKC'))
    .map((part) => part.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''))
    .filter((part) => part !== '')
  const read = { full: parts.join(''), initials: parts.map((part) => [...part][0] ?? '').join('') }
  // An import passes every name once: the cache starts over instead of growing without end.
  if (cache.size >= CACHE_LIMIT) cache.clear()
  cache.set(name, read)
  return read
}

/**
 * The signs of a name with how each is spoken; null before `loadPinyin` has finished, and where letters or digits stand
 * among the signs, which are spoken together.
 */
export function spokenSigns(name: string): { sign: string; spoken: string }[] | null {
  const signs = [...name]
  const spoken = syllablesOf?.(name) ?? []
  if (spoken.length !== signs.length) return null
  return signs.map((sign, at) => ({ sign, spoken: (spoken[at] ?? '').toLowerCase() }))
}
