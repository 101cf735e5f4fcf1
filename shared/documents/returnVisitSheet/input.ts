import type { ReturnVisitRecord, ReturnVisitSourceKind, Satisfaction } from '../../domain/returnVisit/types'
import type { ScreenSignature } from '../../domain/register/types'
import { withoutPhones } from '../../util/otherPhones'
import { WAY_WORDS } from '../complaintVisit/labels'
import type { Printing } from '../layout/frame'
import type { ListHead } from '../layout/list'
import { when } from '../when'

// A printed form is Chinese whatever the screen speaks: its words are part of the form, not of the locale.

export const SOURCE_WORDS: Record<ReturnVisitSourceKind, string> = {
  complaint: '投诉',
  repair: '报修',
  suggestion: '建议',
  free: '主动回访',
}

export const SATISFACTION_WORDS: Record<Satisfaction, string> = { A: '满意', B: '较满意', C: '不满意' }

/** One row of the sheet: a return visit, or a number on which nothing was written yet, and which print of it this is. */
export interface ReturnVisitRow {
  record: Pick<ReturnVisitRecord, 'number' | 'entry' | 'void'>
  /** Print version of the record, from 1. */
  version: number
  /** What the 用户 signed on the screen. */
  drawn?: readonly ScreenSignature[] | undefined
}

export interface ReturnVisitSheetInput extends ListHead {
  sheet: Printing
  /** In the order in which they are listed; null prints a page without numbers for the hand. */
  rows: readonly ReturnVisitRow[] | null
}

/** The texts of one row. */
export interface RowTexts {
  /** Number, day and time, way: small, beside the code. */
  about: string
  /** 楼座/房号 and whom. */
  who: string
  content: string
  visitedBy: string
}

/**
 * What paper says of a return visit. Several people sign one sheet: no phone of any of them is on it.
 * @param phones of everybody on the sheet.
 */
export function rowTexts({ record, version }: ReturnVisitRow, phones: readonly string[]): RowTexts {
  const { number, entry, void: voided } = record
  const print = `第${version}次打印`
  const gone = voided ? `作废：${voided.reason}（${voided.by} ${when(voided.at)}）` : ''
  if (!entry) return { about: [number, print].join('\n'), who: '', content: gone, visitedBy: '' }
  const { person, source, visitedAt, way, content, visitedBy } = entry
  const from = [SOURCE_WORDS[source.kind], source.number].filter(Boolean).join(' ')
  const said = source.kind === 'free' ? content : `【${from}】${content}`
  return {
    about: [number, when(visitedAt), `${WAY_WORDS[way]}　${print}`].join('\n'),
    who: [person.unitCode, person.name].filter(Boolean).join('\n'),
    content: [gone, withoutPhones(said, phones)].filter(Boolean).join('\n'),
    visitedBy,
  }
}

/** The phones of everybody on the sheet. */
export function phonesOf(rows: readonly ReturnVisitRow[]): string[] {
  return rows.flatMap(({ record }) => (record.entry ? [record.entry.person.phone] : []))
}
