import { attachmentsOf, type DeskData } from '../../../data'
import type { Complaint } from '../../../../shared/domain/complaint/types'

/** Names of a record's own 附件 as they stand on paper: no scans of its sheets, nothing that was voided. */
export async function attachmentNamesOf(db: DeskData['db'], record: Complaint): Promise<string[]> {
  if (record.attachmentIds.length === 0) return []
  const rows = await attachmentsOf(db, record.id)
  return rows.filter(({ sheet, voided }) => !sheet && !voided).map(({ name }) => name)
}
