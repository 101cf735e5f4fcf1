/**
 * SHA-256 of the files in the store of attachments that a row names: a backup must bring them along. What a scan was
 * cut out of (its origins) is known by its digest only, and what was erased is no longer there.
 */
export function filesNamedBy(table: string, row: Record<string, unknown>): string[] {
  if (row['erased']) return []
  if (table === 'attachments') return textsOf(row['sha256'])
  const file = row['file']
  const scanned = table === 'scans' && typeof file === 'object' && file !== null
  return scanned ? textsOf(Reflect.get(file, 'sha256')) : []
}

function textsOf(value: unknown): string[] {
  return typeof value === 'string' ? [value] : []
}
