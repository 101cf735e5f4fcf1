import type { Duty, RecordLink, Voided } from '../../../shared/domain/register/types'
import { formatCivil } from '../../../shared/util/civilTime'
import type { Instant } from '../../../shared/util/instant'
import type { Words } from '../list/definition'
import { dutyWord } from '../list/dutyWord'
import type { SheetField } from './fields'
import type { SheetCell } from './cells'

/** Characters: a number, a moment, a word, a sentence, what somebody said. */
const WIDTHS = { number: 20, moment: 17, word: 12, line: 24, text: 48 } as const

type Cell<R, C> = (header: string, cell: (record: R) => C | null | undefined) => SheetField<R>

/** Makes the columns of an export by how much they hold; `at` takes instants, shown as dates of the sheet. */
export function fieldsOf<R>(): Record<'number' | 'word' | 'line' | 'text', Cell<R, SheetCell>> & {
  at: Cell<R, Instant>
} {
  const field =
    (width: keyof typeof WIDTHS): Cell<R, SheetCell> =>
    (header, cell) => ({ header, width: WIDTHS[width], cell: (record) => cell(record) ?? '' })
  const moment = field('moment')
  return {
    number: field('number'),
    word: field('word'),
    line: field('line'),
    text: field('text'),
    at: (header, cell) =>
      moment(header, (record) => {
        const at = cell(record)
        return at ? { moment: formatCivil(at) } : ''
      }),
  }
}

/** 编号 and 状态, with which every export begins. */
export function headFields<S extends string>(
  t: Words<'field.number' | 'field.state' | `state.${S}`>,
): SheetField<{ number: string; state: S }>[] {
  const { number, word } = fieldsOf<{ number: string; state: S }>()
  return [
    number(t('field.number'), (record) => record.number),
    word(t('field.state'), ({ state }) => t(`state.${state}`)),
  ]
}

/** 作废原因 and 关联编号, with which every export ends. */
export function tailFields(
  t: Words<'list.voidReason' | 'list.linked'>,
): SheetField<{ void: Voided | null; links: readonly RecordLink[] }>[] {
  const { line } = fieldsOf<{ void: Voided | null; links: readonly RecordLink[] }>()
  return [
    line(t('list.voidReason'), (record) => record.void?.reason),
    line(t('list.linked'), ({ links }) => links.map((link) => link.number).join('、')),
  ]
}

/** What is due next and when. `t` and what it is called are the office's language, as a file is. */
export function dueFields(
  t: Words<'list.columns.due' | 'list.dueAt'>,
  namespace: string,
): SheetField<{ duty: Duty | null }>[] {
  const { word, at } = fieldsOf<{ duty: Duty | null }>()
  return [
    word(t('list.columns.due'), ({ duty }) => duty && dutyWord(namespace, duty.kind, 'zh-CN')),
    at(t('list.dueAt'), ({ duty }) => duty?.dueAt),
  ]
}
