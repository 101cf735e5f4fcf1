import { strFromU8, unzipSync, zipSync } from 'fflate'
import { readSheet } from 'read-excel-file/universal'
import type { Cell } from '../../../../shared/domain/household/import'
import { accept, type Result, refuse } from '../../../../shared/util/result'
import { checkSheet } from './limits'

/** What an .xlsx may hold once unpacked: a zip bomb is refused before it is inflated (quality 6). */
export const UNPACKED_MAX_BYTES = 200 * 1024 * 1024
const ENTRIES_MAX = 2000

/** Only these are needed; pictures and macros are not even unpacked. */
const NEEDED = /\.(xml|rels)$/i

class TooBig extends Error {}

/** `PK`: a zip, as every .xlsx is. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b
}

/** The container of old .xls files and of encrypted workbooks. */
export function isOldExcel(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, i) => bytes[i] === byte)
}

function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
  let total = 0
  let entries = 0
  return unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      total += originalSize
      entries += 1
      if (total > UNPACKED_MAX_BYTES || entries > ENTRIES_MAX) throw new TooBig()
      return NEEDED.test(name)
    },
  })
}

/**
 * The rows of the first sheet: values only, a formula gives its last result. Refusals: import.unpackedTooBig
 * `{ max }` (MB), import.damaged, and those of `checkSheet`.
 */
export async function readXlsx(bytes: Uint8Array): Promise<Result<Cell[][]>> {
  try {
    // Packed again without compression: the reader would inflate large parts in workers made from text, which the
    // content-security policy forbids.
    const parts = unpack(bytes)
    // All of them: the workbook calls its first sheet what it likes.
    for (const part of Object.values(parts)) {
      const fits = checkSheet(strFromU8(part))
      if (!fits.ok) return fits
    }
    const plain = zipSync(parts, { level: 0 })
    const rows = await readSheet(new Uint8Array(plain).buffer, { trim: false })
    return accept(rows.map((row) => row.map(cellOf)))
  } catch (error) {
    if (error instanceof TooBig) {
      return refuse('import.unpackedTooBig', undefined, { max: UNPACKED_MAX_BYTES / 1024 / 1024 })
    }
    return refuse('import.damaged')
  }
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null
  if (value instanceof Date || typeof value === 'number' || typeof value === 'boolean') return value
  return String(value)
}
