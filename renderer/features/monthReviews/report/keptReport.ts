import { attachmentMaxBytes } from '../../../../shared/domain/register/attachment'
import { DEFAULT_SETTINGS } from '../../../../shared/domain/office/settings'
import { keptReportName } from '../../../../shared/domain/monthReview/paper'
import type { MonthReview } from '../../../../shared/domain/monthReview/types'
import { type DeskData, getRecord, keepReportCommand } from '../../../data'
import type { Pdf } from '../../../printing'
import { keepFiles, readAttachment } from '../../../register/attachments/files'

/** The report of a signed month as it was made first; null where none was kept, or its file is gone. */
export async function keptReport(record: MonthReview): Promise<Pdf | null> {
  if (record.reportSha256 === '') return null
  const bytes = await readAttachment(record.reportSha256)
  return bytes ? new Uint8Array(bytes) : null
}

/**
 * Keeps the report of a signed month as a file of its review, so that a later release, which may draw another line,
 * prints the same bytes. Where it cannot be kept it is only made anew the next time.
 */
export async function keepReport(data: DeskData, record: MonthReview, pdf: Pdf): Promise<void> {
  const settings = (await getRecord(data.db, 'settings', 'office')) ?? DEFAULT_SETTINGS
  const file = new File([pdf], keptReportName(record), { type: 'application/pdf' })
  const { stored } = await keepFiles([file], attachmentMaxBytes(settings))
  const [made] = stored
  if (made) await data.run(keepReportCommand, { id: record.id, rev: record.rev, file: made })
}
