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

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
