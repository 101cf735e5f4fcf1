import { z } from 'zod'
import { PLAN_DUTIES } from '../../../shared/domain/month/plan'
import * as decide from '../../../shared/domain/monthReview/commands'
import { sealed } from '../../../shared/domain/monthReview/seal'
import * as signing from '../../../shared/domain/monthReview/signing'
import * as spotCheck from '../../../shared/domain/monthReview/spotCheck'
import { type MonthSeal, SPOT_OUTCOMES } from '../../../shared/domain/monthReview/types'
import type { ReviewView } from '../../../shared/domain/month/view'
import { DEFAULT_SETTINGS } from '../../../shared/domain/office/settings'
import { VERDICTS } from '../../../shared/domain/visitMonth/types'
import type { StoredFile } from '../../../shared/domain/register/attachment'
import { civilDay } from '../../../shared/schema/basics'
import { storedFileSchema } from '../../../shared/schema/register'
import { instantOf } from '../../../shared/util/civilTime'
import { isMonthId, type MonthId, monthOf, monthSpan, previousMonth } from '../../../shared/util/months'
import { accept, type Result } from '../../../shared/util/result'
import type { CommandSpec } from '../core/commandRunner'
import type { CommandTx } from '../core/commandTx'
import { SETTINGS_ID } from '../core/tables'
import { checkMonthNow } from '../queries/monthChecks'
import { chainEnds, sealedRecords, recordsIn } from '../queries/monthSigning'
import { monthStatistics } from '../queries/monthStatistics'
import { MONTH_TABLES, monthView } from '../queries/monthView'
import { reportFacts } from '../queries/reportFacts'
import { putAttachments } from './attachments'
import { undoCommand, voidCommand } from './endCommands'
import { paperCommands } from './paperCommands'
import {
  type OnRecord,
  onRecord,
  putDecided,
  readRecord,
  recordCommand,
  type SavedRecord,
  saved,
  text,
} from './recordCommand'

const month = z.string().refine(isMonthId)
const command = recordCommand('monthReviews')

/** Begins the review of a month that has begun; where it was begun already nothing happens. Refusal `monthReview.notBegun`. */
export const openReviewCommand: CommandSpec<{ month: MonthId }, SavedRecord> = {
  name: 'monthReview.open',
  permission: 'month.review',
  tables: ['monthReviews'],
  input: z.strictObject({ month }),
  run: async (tx, input) => {
    const known = await tx.get('monthReviews', input.month)
    if (known) return accept(saved(known))
    return putDecided(tx, 'monthReviews', decide.beginReview(input.month, tx.ctx))
  },
}

/**
 * What the calendar does with the reviews (domain 12): the month before waits for 审核 once it is over, and the running
 * one from its last day on. Months before the office began have none.
 */
export const keepReviewsCommand: CommandSpec<Record<never, never>, { opened: number }> = {
  name: 'monthReview.keep',
  permission: 'record.process',
  tables: ['monthReviews', 'office'],
  input: z.strictObject({}),
  run: async (tx) => {
    let opened = 0
    for (const id of await monthsToKeep(tx)) {
      if (await tx.get('monthReviews', id)) continue
      await tx.put('monthReviews', decide.openReview(id, tx.ctx))
      opened += 1
    }
    return accept({ opened })
  },
}

async function monthsToKeep(tx: CommandTx): Promise<MonthId[]> {
  const { now } = tx.ctx
  const [office] = await tx.all('office')
  const running = monthOf(now)
  const last = previousMonth(running)
  const began = office ? monthOf(office.createdAt) : running
  const ends = now >= instantOf(signing.reviewFrom(running))
  return [...(last >= began ? [last] : []), ...(ends ? [running] : [])]
}

/** Why a line of the checklist stays as it is, or one record behind it; without words it is taken back. */
export const giveReasonCommand = command<decide.ReasonInput>(
  'giveReason',
  'month.review',
  { line: z.string().max(100), recordId: z.string().max(100), text },
  decide.giveReason,
)

/** A suggestion to the director. */
export const suggestCommand = command<{ text: string }>('suggest', 'month.review', { text }, decide.suggest)

export const withdrawSuggestionCommand = command<{ suggestionId: string }>(
  'withdrawSuggestion',
  'month.review',
  { suggestionId: z.string() },
  decide.withdrawSuggestion,
)

/** A duty of the 年度服务计划 done, noted by hand. */
export const tickDutyCommand = command<decide.TickInput>(
  'tick',
  'month.review',
  { duty: z.enum(PLAN_DUTIES), doneOn: civilDay, note: text },
  decide.tick,
)

export const untickDutyCommand = command<{ tickId: string }>(
  'untick',
  'month.review',
  { tickId: z.string() },
  decide.untick,
)

/** 合格 or 有问题 of a record that was drawn. */
export const checkItemCommand = command<spotCheck.CheckItemInput>(
  'checkItem',
  'month.review',
  {
    table: z.string().max(40),
    recordId: z.string().max(100),
    outcome: z.enum(SPOT_OUTCOMES),
    comment: text,
  },
  spotCheck.checkItem,
)

/** Draws 抽查 from the records of the month as they are. */
export const drawSampleCommand: CommandSpec<OnRecord<spotCheck.DrawInput>, SavedRecord> = {
  name: 'monthReview.drawSample',
  permission: 'month.review',
  tables: ['monthReviews', ...MONTH_TABLES],
  input: z.strictObject({ ...onRecord, seed: z.number().nullable() }),
  run: async (tx, { id, rev, seed }) => {
    const record = await readRecord(tx, 'monthReviews', id, rev)
    if (!record.ok) return record
    const settings = (await tx.get('settings', SETTINGS_ID)) ?? DEFAULT_SETTINGS
    const pool = { size: settings.spotCheckSize, candidates: recordsIn(await viewOf(tx, id)) }
    return putDecided(tx, 'monthReviews', spotCheck.drawSample(record.value, { seed }, pool, tx.ctx))
  },
}

/** 审核 of 客服主管: judged by the checklist as it is at this moment. */
export const reviewMonthCommand: CommandSpec<OnRecord<{ words: string }>, SavedRecord> = {
  name: 'monthReview.review',
  permission: 'month.review',
  tables: ['monthReviews', ...MONTH_TABLES],
  input: z.strictObject({ ...onRecord, words: text }),
  run: async (tx, { id, rev, words }) => {
    const record = await readRecord(tx, 'monthReviews', id, rev)
    if (!record.ok) return record
    const checks = checkMonthNow(await viewOf(tx, id))
    return putDecided(tx, 'monthReviews', signing.review(record.value, { words }, checks, tx.ctx))
  },
}

/** 采纳 or 不采纳 of one suggestion, by the director. */
export const decideReviewCommand = command<signing.DecideInput>(
  'decide',
  'month.approve',
  { suggestionId: z.string(), verdict: z.enum(VERDICTS), note: text },
  signing.decide,
)

/**
 * 审阅 of the director: in one transaction the month is read, sealed and locked (domain 12), so that nothing can come in
 * between what was signed and what is locked.
 */
export const approveMonthCommand: CommandSpec<OnRecord<{ words: string }>, SavedRecord> = {
  name: 'monthReview.approve',
  permission: 'month.approve',
  tables: ['monthReviews', ...MONTH_TABLES],
  input: z.strictObject({ ...onRecord, words: text }),
  run: async (tx, { id, rev, words }) => {
    const record = await readRecord(tx, 'monthReviews', id, rev)
    if (!record.ok) return record
    const barred: Result<never> | null = signing.objectionToApprove(record.value, tx.ctx)
    if (barred) return barred
    const seal = await sealOf(tx, id, await viewOf(tx, id))
    await tx.put('monthSeals', seal)
    return putDecided(tx, 'monthReviews', signing.approve(record.value, { words }, seal.digest, tx.ctx))
  },
}

/** Keeps the made 《月报》 of a signed month as a file of its review, once. Refusals: those of `putAttachments`, `monthReview.reportKept`. */
export const keepReportCommand: CommandSpec<OnRecord<{ file: StoredFile }>, SavedRecord> = {
  name: 'monthReview.keepReport',
  permission: 'record.print',
  tables: ['monthReviews', 'attachments'],
  input: z.strictObject({ ...onRecord, file: storedFileSchema }),
  run: async (tx, { id, rev, file }) => {
    const record = await readRecord(tx, 'monthReviews', id, rev)
    if (!record.ok) return record
    const kept = await putAttachments(tx, { table: 'monthReviews', recordId: id }, [file])
    if (!kept.ok) return kept
    const report = { sha256: file.sha256, attachmentIds: kept.value }
    return putDecided(tx, 'monthReviews', signing.keepReport(record.value, report, tx.ctx))
  },
}

/** 退回 to the supervisor, with a reason. */
export const sendBackCommand = command<{ reason: string }>(
  'sendBack',
  'month.review',
  { reason: text },
  signing.sendBack,
)

/** 重开 of a signed month by the director, with a reason that is printed. */
export const reopenMonthCommand = command<{ reason: string }>(
  'reopen',
  'month.reopen',
  { reason: text },
  signing.reopen,
)

/** A month is never void: its rule refuses (every record has the command). */
export const voidReviewCommand = voidCommand('monthReviews')

/** 撤销 of the last step, within the half hour. */
export const undoReviewCommand = undoCommand('monthReviews')

/** Printing, signing and filing of the 月报. */
export const monthReviewPaper = paperCommands('monthReviews')

function viewOf(tx: CommandTx, id: MonthId): Promise<ReviewView> {
  return tx.query((db) => monthView(db, monthSpan(id), id, tx.ctx.now))
}

/** Everything of the month as it is in this transaction, with the end of every chain before it. */
function sealOf(tx: CommandTx, id: MonthId, view: ReviewView): Promise<MonthSeal> {
  return tx.query(async (db) =>
    sealed({
      id,
      at: tx.ctx.now,
      by: tx.ctx.actor.name,
      records: await sealedRecords(db, view),
      chains: await chainEnds(db),
      statistics: await monthStatistics(db, view, id),
      checks: checkMonthNow(view),
      report: reportFacts(view),
    }),
  )
}
