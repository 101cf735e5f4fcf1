import type { Attachment } from '../../../shared/domain/register/attachment'
import type { DeskDatabase } from '../core/database'
import { isRecordTable } from '../core/tables'
import { hiddenOf } from './reading'

/** 附件 of a record that the reader may see, scans of its sheets among them, oldest first; voided ones stay in their place. */
export async function attachmentsOf(db: DeskDatabase, recordId: string, of?: string): Promise<Attachment[]> {
  const named = await db.of('attachments').where('recordId').equals(recordId).toArray()
  // What is named by its month has the same id in several tables.
  const rows = named.filter((row) => of === undefined || row.table === of)
  const table = rows[0]?.table ?? ''
  const hidden = isRecordTable(table) ? await hiddenOf(db, table, recordId) : null
  if (hidden?.whole) return []
  const shown = rows.filter(({ sheet }) => !sheet || !hidden?.forms.includes(sheet.form))
  return shown.toSorted((a, b) => (a.addedAt === b.addedAt ? order(a.id, b.id) : order(a.addedAt, b.addedAt)))
}

/** Rows read at once. */
const PORTION = 1000

/** How many files 附件 has, each of them once, and their bytes together; what was erased by law left none. */
export async function attachmentTotal(db: DeskDatabase): Promise<{ files: number; bytes: number }> {
  const seen = new Set<string>()
  let bytes = 0
  for (let after = ''; ; ) {
    const rows = await db.of('attachments').where('id').above(after).limit(PORTION).toArray()
    for (const { sha256, size, erased } of rows) {
      if (erased || seen.has(sha256)) continue
      seen.add(sha256)
      bytes += size
    }
    const last = rows.at(-1)
    if (!last || rows.length < PORTION) return { files: seen.size, bytes }
    after = last.id
  }
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
