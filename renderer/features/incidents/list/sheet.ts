import type { TFunction } from 'i18next'
import { sumOf } from '../../../../shared/domain/incident/money'
import type { Incident } from '../../../../shared/domain/incident/types'
import { formatCivil } from '../../../../shared/util/civilTime'
import type { Instant } from '../../../../shared/util/instant'
import type { SheetField } from '../../../register/export/fields'
import type { SheetCell } from '../../../register/export/sheet'
import { dutyWord, hasEvent } from './columns'

type T = TFunction<'incidents'>
type Field = SheetField<Incident>

/** Characters: a number, a moment, a word, a sentence, what was written. */
const WIDTHS = { number: 20, moment: 17, word: 12, line: 24, text: 48 } as const

function moment(at: Instant | null | undefined): SheetCell {
  return at ? { moment: formatCivil(at) } : ''
}

/** The columns of an exported 突发事件台账, the fields of domain 7 in their order. 伤情 never leaves by it (domain 13). */
export function incidentSheet(t: T): Field[] {
  const field =
    (width: keyof typeof WIDTHS) =>
    (header: string, cell: (record: Incident) => SheetCell | null | undefined): Field => ({
      header,
      width: WIDTHS[width],
      cell: (record) => cell(record) ?? '',
    })
  const [number, at, word, line, text] = [
    field('number'),
    field('moment'),
    field('word'),
    field('line'),
    field('text'),
  ]
  return [
    number(t('field.number'), (record) => record.number),
    word(t('field.state'), ({ state }) => t(`state.${state}`)),
    word(t('field.kind'), ({ state, report }) => (state === 'reserved' ? '' : t(`kind.${report.kind}`))),
    at(t('field.occurredAt'), (record) => (hasEvent(record) ? moment(record.report.occurredAt) : '')),
    line(t('field.place'), ({ report }) => report.place),
    word(t('field.severity'), ({ report }) => report.severity && t(`severity.${report.severity}`)),
    word(t('field.personHurt'), ({ report }) => (report.personHurt ? t('yesNo.yes') : '')),
    word(t('field.reportedBy'), ({ reportedBy }) => reportedBy),
    line(t('field.parties'), ({ parties }) =>
      parties
        .map(({ role, person, note }) => `${t(`role.${role}`)} ${person.unitCode} ${person.name || note}`)
        .join('；'),
    ),
    text(t('field.origin'), ({ report }) => report.origin),
    text(t('field.course'), ({ report }) => report.course),
    line(t('field.losses'), ({ losses }) => losses.map(({ item }) => item).join('、')),
    word(t('field.lossSum'), ({ losses }) => (losses.length > 0 ? sumOf(losses) : '')),
    text(t('field.measures'), ({ report }) => report.measures),
    text(t('field.result'), ({ report }) => report.result),
    text(t('field.prevention'), ({ report }) => report.prevention),
    at(t('field.firstSubmittedAt'), ({ firstSubmittedAt }) => moment(firstSubmittedAt)),
    word(t('field.verified'), ({ verification }) => verification?.by),
    word(t('field.approved'), ({ approval }) => approval?.by),
    at(t('field.archived'), ({ archivedAt }) => moment(archivedAt)),
    line(t('list.linked'), ({ links }) => links.map((link) => link.number).join('、')),
    line(t('list.voidReason'), (record) => record.void?.reason),
    word(t('list.columns.due'), ({ duty }) => duty && dutyWord(duty.kind, t)),
    at(t('list.dueAt'), ({ duty }) => moment(duty?.dueAt)),
  ]
}
