import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { randomBytes } from '@noble/ciphers/utils.js'

type Row = Record<string, unknown>

/** What a row's sealed fields are stored under, in their place. */
export const SEALED = 'sealed'

/** First byte of a seal, so that another way of sealing can be told from this one. */
const FORMAT = 1
const NONCE_BYTES = 24
const HEAD_BYTES = 1 + NONCE_BYTES

/** A row was sealed and there is no key: a vault that is locked, or lost. */
export class SealKeyMissing extends Error {
  override name = 'SealKeyMissing'
}

/** A seal that the key does not open: damaged, of another key, or moved here from another row. */
export class SealBroken extends Error {
  override name = 'SealBroken'

  constructor(readonly table: string) {
    super(`a sealed row of ${table} cannot be opened`)
  }
}

/** Which row of which table a seal is for: it opens nowhere else. */
export interface SealPlace {
  table: string
  /** Primary key of the row. */
  key: unknown
}

const utf8 = new TextEncoder()
const text = new TextDecoder()

function cipherOf(key: Uint8Array, nonce: Uint8Array, { table, key: rowKey }: SealPlace) {
  return xchacha20poly1305(key, nonce, utf8.encode(JSON.stringify([table, rowKey])))
}

/** Says nothing of anybody: such fields are stored as they are, so that a row without secrets costs nothing. */
function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true
  return Array.isArray(value) && value.length === 0
}

/** Whether anything in the row is to be sealed and is not yet. */
export function hasPlain(row: Row, fields: readonly string[]): boolean {
  return fields.some((field) => !isEmpty(row[field]))
}

function isSealed(row: Row): boolean {
  return ArrayBuffer.isView(row[SEALED])
}

/** The row as it is stored: `fields` (JSON values) replaced by one seal. Rows without words in them stay as they are. */
export function sealRow(row: Row, fields: readonly string[], place: SealPlace, key: Uint8Array): Row {
  if (!hasPlain(row, fields)) return row
  const stored: Row = { ...row }
  const words: Row = {}
  for (const field of fields) {
    if (!(field in row)) continue
    words[field] = row[field]
    delete stored[field]
  }
  const nonce = randomBytes(NONCE_BYTES)
  const sealed = cipherOf(key, nonce, place).encrypt(utf8.encode(JSON.stringify(words)))
  const bytes = new Uint8Array(HEAD_BYTES + sealed.length)
  bytes[0] = FORMAT
  bytes.set(nonce, 1)
  bytes.set(sealed, HEAD_BYTES)
  return { ...stored, [SEALED]: bytes }
}

/**
 * The row as the rules know it; one that was never sealed is given back as it is. Throws `SealKeyMissing`, `SealBroken`:
 * a field that cannot be opened never reads as empty.
 */
export function openRow(row: Row, place: SealPlace, key: Uint8Array | null): Row {
  if (!isSealed(row)) return row
  if (!key) throw new SealKeyMissing(place.table)
  const { [SEALED]: sealed, ...stored } = row
  return { ...stored, ...openWords(sealed as ArrayBufferView, place, key) }
}

function openWords(view: ArrayBufferView, place: SealPlace, key: Uint8Array): Row {
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
  if (bytes[0] !== FORMAT) throw new SealBroken(place.table)
  try {
    const plain = cipherOf(key, bytes.subarray(1, HEAD_BYTES), place).decrypt(bytes.subarray(HEAD_BYTES))
    return JSON.parse(text.decode(plain)) as Row
  } catch {
    throw new SealBroken(place.table)
  }
}
