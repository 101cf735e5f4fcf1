import Papa from 'papaparse'
import { type Cell, unguardCell } from '../../../../shared/domain/household/import'
import { accept, type Result, refuse } from '../../../../shared/util/result'
import { checkText } from './limits'

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/**
 * Text of a .csv: UTF-8 with or without BOM, else UTF-16 by its BOM, else GB18030, which UTF-8 never is by chance.
 * Refusal: import.encodingUnknown.
 */
export function decodeText(bytes: Uint8Array): Result<string> {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : null
  const text = utf16 ? decode(bytes, utf16) : (decode(bytes, 'utf-8') ?? decode(bytes, 'gb18030'))
  // Text without a byte of zero: what has one is a picture or a program.
  return text === null || text.includes('\u0000') ? refuse('import.encodingUnknown') : accept(text)
}

/** The rows of a .csv, separated by comma, semicolon or tab. Refusals: import.encodingUnknown, those of `checkText`. */
export function readCsv(bytes: Uint8Array): Result<Cell[][]> {
  const text = decodeText(bytes)
  if (!text.ok) return text
  const fits = checkText(text.value)
  if (!fits.ok) return fits
  const { data } = Papa.parse<string[]>(text.value, { delimitersToGuess: [',', '\t', ';'] })
  return accept(data.map((row) => row.map(unguardCell)))
}
