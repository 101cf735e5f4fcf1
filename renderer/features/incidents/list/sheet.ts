import type { TFunction } from 'i18next'
import { sumOf } from '../../../../shared/domain/incident/money'
import type { Incident, IncidentState } from '../../../../shared/domain/incident/types'
import type { SheetField } from '../../../register/export/fields'
import { dueFields, fieldsOf, headFields, tailFields } from '../../../register/export/recordFields'
import { hasEvent } from './columns'

type T = TFunction<'incidents'>
type Field = SheetField<Incident>

/** The columns of an exported 突发事件台账, the fields of domain 7 in their order. 伤情 never leaves by it (domain 13). */
export function incidentSheet(t: T): Field[] {
  const { at, word, line, text } = fieldsOf<Incident>()
  return [
    ...headFields<IncidentState>(t),
    word(t('field.kind'), ({ state, report }) => (state === 'reserved' ? '' : t(`kind.${report.kind}`))),
    at(t('field.occurredAt'), (record) => (hasEvent(record) ? record.report.occurredAt : null)),
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
    at(t('field.firstSubmittedAt'), ({ firstSubmittedAt }) => firstSubmittedAt),
    word(t('field.verified'), ({ verification }) => verification?.by),
    word(t('field.approved'), ({ approval }) => approval?.by),
    at(t('field.archived'), ({ archivedAt }) => archivedAt),
    ...tailFields(t),
    ...dueFields(t, 'incidents'),
  ]
}
