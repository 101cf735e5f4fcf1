import type { Cell } from '../../../../shared/domain/household/import'
import { type Result, refuse } from '../../../../shared/util/result'
import { readCsv } from './readCsv'
import { isOldExcel, isZip, readXlsx } from './readXlsx'

export const FILE_MAX_BYTES = 50 * 1024 * 1024

/**
 * The rows of a file by its content, not by its name. Refusals: import.fileTooBig `{ max }` (MB), import.fileEmpty,
 * import.oldExcel, and those of `readXlsx` and `readCsv`.
 */
export async function readFile(file: Blob): Promise<Result<Cell[][]>> {
  if (file.size > FILE_MAX_BYTES) {
    return refuse('import.fileTooBig', undefined, { max: FILE_MAX_BYTES / 1024 / 1024 })
  }
  if (file.size === 0) return refuse('import.fileEmpty')
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (isOldExcel(bytes)) return refuse('import.oldExcel')
  return isZip(bytes) ? readXlsx(bytes) : readCsv(bytes)
}
