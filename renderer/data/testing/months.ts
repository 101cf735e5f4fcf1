import { linesToMend } from '../../../shared/domain/month/standing'
import type { MonthReview } from '../../../shared/domain/monthReview/types'
import { type MonthId, monthSpan } from '../../../shared/util/months'
import type { Result } from '../../../shared/util/result'
import {
  approveMonthCommand,
  checkItemCommand,
  drawSampleCommand,
  giveReasonCommand,
  openReviewCommand,
  reviewMonthCommand,
} from '../commands/monthReviews'
import type { CommandSpec, Saved } from '../core/commandRunner'
import { checkMonthNow } from '../queries/monthChecks'
import { monthViewOf } from '../queries/monthReviews'
import { getRecord } from '../queries/records'
import type { TestOffice } from './office'

/** What a command answered; a refusal fails the test. */
export function kept<T>(answer: Result<Saved<T>>): T {
  if (!answer.ok) throw new Error(`${answer.refusal.key} ${JSON.stringify(answer.refusal.params ?? {})}`)
  return answer.value.value
}

/** The review of a month as it is; opens it where nobody has yet. */
export async function reviewOf(office: TestOffice, month: MonthId): Promise<MonthReview> {
  const known = await getRecord(office.db, 'monthReviews', month)
  if (known) return known
  kept(await office.runner.run(openReviewCommand, { month }))
  return reviewOf(office, month)
}

/** Runs a command on the newest revision of a month's review. */
export async function onReview<I extends object, O>(
  office: TestOffice,
  month: MonthId,
  spec: CommandSpec<I & { id: string; rev: number }, O>,
  input: I,
): Promise<Result<Saved<O>>> {
  const { id, rev } = await reviewOf(office, month)
  return office.runner.run(spec, { ...input, id, rev })
}

/** Explains every line that wants mending, and draws and reads the sample. */
export async function prepareMonth(office: TestOffice, month: MonthId): Promise<void> {
  const checks = checkMonthNow(await monthViewOf(office.db, month, office.clock.now))
  const { reasons } = await reviewOf(office, month)
  for (const { key } of linesToMend(checks, reasons)) {
    kept(await onReview(office, month, giveReasonCommand, { line: key, recordId: '', text: '已说明' }))
  }
  const { sample } = await reviewOf(office, month)
  if (!sample) kept(await onReview(office, month, drawSampleCommand, { seed: 7 }))
  for (const { table, id, outcome } of (await reviewOf(office, month)).sample?.items ?? []) {
    if (outcome) continue
    const read = { table, recordId: id, outcome: 'good' as const, comment: '' }
    kept(await onReview(office, month, checkItemCommand, read))
  }
}

/** 审核 and 审阅 of a month by supervisor and director; the director is signed in afterwards. The month has to be over. */
export async function signMonth(office: TestOffice, month: MonthId): Promise<void> {
  if (office.clock.now < monthSpan(month).until) throw new Error(`${month} is not over`)
  await office.signInAs('supervisor')
  await prepareMonth(office, month)
  kept(await onReview(office, month, reviewMonthCommand, { words: '情况属实' }))
  await office.signInAs('director')
  kept(await onReview(office, month, approveMonthCommand, { words: '同意' }))
}
