import { attachmentsOf, type DeskData } from '../../data'

/** Names of a record's own 附件 as they stand on paper: no scans of its sheets, nothing that was voided. */
export async function attachmentNamesOf(
  db: DeskData['db'],
  record: { id: string; attachmentIds: readonly string[] },
): Promise<string[]> {
  if (record.attachmentIds.length === 0) return []
  const rows = await attachmentsOf(db, record.id)
  return rows.filter(({ sheet, voided }) => !sheet && !voided).map(({ name }) => name)
}
