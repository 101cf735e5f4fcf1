import { linesToMend } from '../../../../shared/domain/month/standing'
import type { MonthReview } from '../../../../shared/domain/monthReview/types'
import { type MonthId, monthSpan } from '../../../../shared/util/months'
import * as months from '../../commands/monthReviews'
import type { DemoDesk } from '../../demo/playback'
import { checkMonthNow } from '../../queries/monthChecks'
import { monthView } from '../../queries/monthView'
import { getRecord } from '../../queries/records'

/** Reviews a month with a reason for every line that wants one and a sample that was read, and signs it twice. */
export async function signMonthOf(desk: DemoDesk, month: MonthId): Promise<void> {
  const { id, rev } = await desk.run(months.openReviewCommand, { month })
  let on = { id, rev }
  const go = (saved: { id: string; rev: number }) => {
    on = { id: saved.id, rev: saved.rev }
  }
  const view = await monthView(desk.db, monthSpan(month), month, desk.at())
  for (const { key } of linesToMend(checkMonthNow(view), [])) {
    go(await desk.run(months.giveReasonCommand, { ...on, line: key, recordId: '', text: '已说明，下月补齐' }))
  }
  go(await desk.run(months.drawSampleCommand, { ...on, seed: 4711 }))
  for (const { table, id: recordId } of (await reviewOf(desk, month)).sample?.items ?? []) {
    go(await desk.run(months.checkItemCommand, { ...on, table, recordId, outcome: 'good', comment: '' }))
  }
  go(await desk.run(months.reviewMonthCommand, { ...on, words: '属实' }))
  go(await desk.run(months.approveMonthCommand, { ...on, words: '同意' }))
}

async function reviewOf(desk: DemoDesk, month: MonthId): Promise<MonthReview> {
  const record = await getRecord(desk.db, 'monthReviews', month)
  if (!record) throw new Error(`nobody reviews ${month}`)
  return record
}
