import { linesToMend } from '../../../shared/domain/month/standing'
import { civilDayOf, instantOf } from '../../../shared/util/civilTime'
import type { Instant } from '../../../shared/util/instant'
import {
  firstDayOf,
  type MonthId,
  monthOf,
  monthSpan,
  nextMonth,
  previousMonth,
} from '../../../shared/util/months'
import * as months from '../commands/monthReviews'
import { checkMonthNow } from '../queries/monthChecks'
import { monthView } from '../queries/monthView'
import { getRecord } from '../queries/records'
import type { DemoDesk } from './playback'

const REASONS = [
  '当事人外出，已约定下月初补签。',
  '资料在核对中，已指定专人跟进，下月 5 日前补齐。',
  '配件待到货，已向当事人说明并取得谅解。',
]

const SUGGESTIONS = [
  '建议夜间增加一名巡逻保安，重点看地下车库。',
  '建议把电梯困人的应对流程印成卡片放在前台。',
]

/** Duties of the 年度服务计划 that are noted by hand. */
const NOTED = [
  ['06', 'training', '接待礼仪与电话用语'],
  ['13', 'training', '电梯困人处置流程'],
  ['20', 'training', '消防设施认识与使用'],
  ['27', 'training', '投诉登记与回访要点'],
  ['28', 'assessment', '前台月度考核'],
] as const

/** What the director says to them. */
const VERDICTS = [
  { verdict: 'adopted', note: '下月排班时落实。' },
  { verdict: 'notAdopted', note: '已有应急预案，前台先熟悉现有内容。' },
] as const

/**
 * 月末审核 of the year: each month reviewed on the 5th and signed on the 10th of the next, as in an orderly office. The
 * month before now is left to whoever looks around.
 */
export function planMonthReviews(desk: DemoDesk, from: Instant, now: Instant): void {
  const last = previousMonth(monthOf(now))
  for (let month = monthOf(from); month < last; month = nextMonth(month)) {
    const day = firstDayOf(nextMonth(month)).slice(0, 8)
    desk.plan({ at: instantOf(`${day}05`, '15:30'), who: 'supervisor', act: () => review(desk, month) })
    desk.plan({ at: instantOf(`${day}10`, '16:30'), who: 'director', act: () => approve(desk, month) })
  }
  desk.plan({
    at: instantOf(`${civilDayOf(monthSpan(last).until).slice(0, 8)}01`, '08:10'),
    who: 'clerk',
    act: async () => void (await desk.run(months.keepReviewsCommand, {})),
  })
}

async function review(desk: DemoDesk, month: MonthId): Promise<void> {
  let on = await desk.run(months.openReviewCommand, { month })
  const view = await monthView(desk.db, monthSpan(month), month, desk.at())
  for (const [i, { key }] of linesToMend(checkMonthNow(view), []).entries()) {
    const text = REASONS[i % REASONS.length] ?? ''
    on = await desk.run(months.giveReasonCommand, { ...at(on), line: key, recordId: '', text })
  }
  on = await desk.run(months.drawSampleCommand, { ...at(on), seed: null })
  const drawn = await getRecord(desk.db, 'monthReviews', month)
  for (const { table, id } of drawn?.sample?.items ?? []) {
    const said = { table, recordId: id, outcome: 'good' as const, comment: '' }
    on = await desk.run(months.checkItemCommand, { ...at(on), ...said })
  }
  for (const [day, duty, note] of NOTED) {
    const done = { duty, doneOn: `${month}-${day}`, note }
    on = await desk.run(months.tickDutyCommand, { ...at(on), ...done })
  }
  const text = SUGGESTIONS[Number(month.slice(5)) % SUGGESTIONS.length] ?? ''
  on = await desk.run(months.suggestCommand, { ...at(on), text })
  await desk.run(months.reviewMonthCommand, { ...at(on), words: '数据已核对，同意上报。' })
}

async function approve(desk: DemoDesk, month: MonthId): Promise<void> {
  const record = await getRecord(desk.db, 'monthReviews', month)
  if (record?.state !== 'reviewed') return
  let on = { id: record.id, rev: record.rev }
  for (const [i, { id }] of record.suggestions.entries()) {
    const said = VERDICTS[(Number(month.slice(5)) + i) % VERDICTS.length] ?? VERDICTS[0]
    on = await desk.run(months.decideReviewCommand, { ...at(on), suggestionId: id, ...said })
  }
  await desk.run(months.approveMonthCommand, { ...at(on), words: '同意。' })
}

function at({ id, rev }: { id: string; rev: number }): { id: string; rev: number } {
  return { id, rev }
}
