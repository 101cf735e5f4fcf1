import type { TFunction } from 'i18next'
import { againIds } from '../../../../shared/domain/complaint'
import type { Complaint, ComplaintState } from '../../../../shared/domain/complaint/types'
import { formatPhone } from '../../../../shared/util/contact'
import type { SheetField } from '../../../register/export/fields'
import { dueFields, fieldsOf, headFields, tailFields } from '../../../register/export/recordFields'

type T = TFunction<'complaints'>
type Field = SheetField<Complaint>

/**
 * The columns of an exported 投诉台账, the fields of domain 5 in their order. Of a 匿名 complainant nothing that could
 * name them leaves the office (domain 13).
 */
export function complaintSheet(t: T): Field[] {
  const { at, word, line, text } = fieldsOf<Complaint>()
  return [
    ...headFields<ComplaintState>(t),
    at(t('field.registeredAt'), ({ intake }) => intake.registeredAt),
    word(t('field.channel'), ({ intake }) => t(`channel.${intake.channel}`)),
    word(t('field.receivedBy'), ({ receivedBy }) => receivedBy),
    word(t('field.complainant'), (record) =>
      record.intake.complainant.anonymous ? t('field.anonymous') : record.intake.complainant.name,
    ),
    word(t('field.phone'), (record) => formatPhone(known(record, 'phone'))),
    word(t('field.unitCode'), (record) => known(record, 'unitCode')),
    line(t('list.others'), (record) => otherNames(record, t)),
    word(t('field.subject'), ({ intake }) => intake.subject),
    at(t('field.occurredAt'), ({ intake }) => intake.occurredAt),
    line(t('field.place'), ({ intake }) => intake.place),
    text(t('field.content'), ({ intake }) => intake.content),
    line(t('field.remedy'), ({ intake }) => intake.remedy),
    word(t('field.nature'), ({ judgement }) => judgement && t(`nature.${judgement.nature}`)),
    word(t('field.severity'), ({ judgement }) => judgement && t(`severity.${judgement.severity}`)),
    word(t('field.cause'), ({ judgement }) => judgement && t(`cause.${judgement.cause}`)),
    word(t('field.department'), ({ handling }) => handling?.department),
    word(t('field.responsible'), ({ handling }) => handling?.responsible),
    at(t('field.promisedAt'), ({ handling }) => handling?.promisedAt),
    text(t('field.investigation'), ({ handling }) => handling?.investigation),
    line(t('field.causeAnalysis'), ({ handling }) => handling?.causeAnalysis),
    text(t('field.proposals'), ({ handling }) => handling?.proposals.join('\n')),
    text(t('field.measures'), ({ handling }) => handling?.measures),
    at(t('field.completedAt'), ({ handling }) => handling?.completedAt),
    at(t('field.answeredAt'), ({ answers }) => answers.at(-1)?.answeredAt),
    word(t('field.answerWay'), ({ answers }) => lastOf(answers, ({ way }) => t(`way.${way}`))),
    text(t('field.answerContent'), ({ answers }) => answers.at(-1)?.content),
    at(t('field.visitedAt'), ({ returnVisits }) => returnVisits.at(-1)?.visitedAt),
    word(t('field.outcome'), ({ returnVisits }) =>
      lastOf(returnVisits, ({ outcome }) => t(`outcome.${outcome}`)),
    ),
    text(t('field.summary'), ({ summary }) => summary),
    at(t('list.closedAt'), ({ closedAt }) => closedAt),
    ...tailFields(t),
    ...dueFields(t, 'complaints'),
  ]
}

function known({ intake: { complainant } }: Complaint, part: 'phone' | 'unitCode'): string {
  return complainant.anonymous ? '' : complainant[part]
}

function otherNames(record: Complaint, t: T): string {
  const again = againIds(record)
  return record.others
    .filter(({ id }) => !again.has(id))
    .map(({ complainant: { anonymous, name, unitCode } }) =>
      anonymous ? t('field.anonymous') : [unitCode, name].filter(Boolean).join(' '),
    )
    .join('、')
}

function lastOf<Item>(items: readonly Item[], word: (item: Item) => string): string {
  const last = items.at(-1)
  return last === undefined ? '' : word(last)
}
