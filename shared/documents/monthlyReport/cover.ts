import { civilDayOf } from '../../util/civilTime'
import { lastDayOf } from '../../util/months'
import type { Block } from '../definition'
import { paragraphs } from '../layout/grid'
import { A4_WIDTH } from '../layout/measures'
import { runs } from '../runs'
import { isDraft, type MonthlyReportInput, monthWords } from './input'

export const DRAFT_WORD = '未审阅（草稿）'

/** 审核 and 审阅 so far, in words. */
export function signedWords({ review }: MonthlyReportInput): string {
  const { review: reviewed, approval } = review
  const first = reviewed ? `客服主管 ${reviewed.by} 已于 ${civilDayOf(reviewed.at)} 审核` : '客服主管 未审核'
  const second = approval ? `主任 ${approval.by} 已于 ${civilDayOf(approval.at)} 审阅` : '主任 未审阅'
  return `${first}；${second}`
}

export function spanWords({ month, statistics }: MonthlyReportInput): string {
  const { occupied } = statistics.now
  const houses = occupied === null ? '' : `　月末入住 ${occupied} 户`
  return `统计期间：${month}-01 至 ${lastDayOf(month)}${houses}`
}

/** The head of the report: whose month, whether it was signed. It stands on the first page with the summary. */
export function cover(input: MonthlyReportInput): Block {
  const { sheet, month } = input
  const line = (text: string, bold = false): Block => ({
    text: runs(text, sheet.coverage, 46),
    alignment: 'center',
    bold,
    margin: [0, 2, 0, 0],
  })
  return {
    stack: [
      { text: monthWords(month), bold: true, fontSize: 26, alignment: 'center', margin: [0, 8, 0, 2] },
      line(spanWords(input)),
      line(signedWords(input)),
      ...(isDraft(input) ? [line(`【${DRAFT_WORD}】数字以签字时为准。`, true)] : []),
    ],
    margin: [0, 0, 0, 6],
  }
}

/** The summary: one paragraph below the other. */
export function summaryBlock(sentences: readonly string[], { sheet }: MonthlyReportInput): Block {
  return {
    stack: sentences.map((sentence) => ({
      ...paragraphs(sentence, sheet.coverage, A4_WIDTH),
      margin: [0, 0, 0, 3],
    })),
  }
}
