import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'

/** 32 MB and about 0.1 s a try: what makes guessing six digits from a stolen database expensive (domain 1). */
const COST = { N: 2 ** 15, r: 8, p: 1 }
/** A hash from elsewhere may not make main allocate without bound. */
const MOST_MEMORY = 256 * 1024 * 1024
const HASH = /^scrypt\$(\d{1,8})\$(\d{1,3})\$(\d{1,2})\$([\w+/=-]{1,120})\$([\w+/=-]{1,120})$/
const KEY_BYTES = 32

function derive(pin: string, salt: Buffer, length: number, cost: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // One code point has several spellings; the same PIN must match whatever keyboard typed it.
    scrypt(pin.normalize('NFKC'), salt, length, { ...cost, maxmem: MOST_MEMORY }, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}

/** Hashes a PIN as `scrypt$N$r$p$salt$hash` (base64) with a fresh salt. */
export async function hashPin(pin: string, newSalt: () => Buffer = () => randomBytes(16)): Promise<string> {
  const salt = newSalt()
  const key = await derive(pin, salt, KEY_BYTES, COST)
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64'), key.toString('base64')].join('$')
}

/** Whether the PIN is the one that was hashed. A text that is no such hash matches nothing. */
export async function verifyPin(pin: string, hash: string): Promise<boolean> {
  const match = HASH.exec(hash)
  if (!match) return false
  const [N, r, p] = match.slice(1, 4).map(Number)
  const salt = Buffer.from(match[4] ?? '', 'base64')
  const expected = Buffer.from(match[5] ?? '', 'base64')
  if (expected.length < 16) return false
  try {
    return timingSafeEqual(await derive(pin, salt, expected.length, { N, r, p }), expected)
  } catch {
    return false
  }
}
