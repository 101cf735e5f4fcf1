import type { TFunction } from 'i18next'
import { VISIT_PARTS, type Visit } from '../../../../shared/domain/visit/types'
import { formatPhone } from '../../../../shared/util/contact'
import type { SheetField } from '../../../register/export/fields'
import { fieldsOf, moment } from '../sheetFields'
import { dutyWord } from './columns'

/** The columns of an exported 走访台账, the fields of domain 8 in their order. 私密记录 are no field of a visit. */
export function visitSheet(t: TFunction<'visits'>): SheetField<Visit>[] {
  const of = fieldsOf<Visit>()
  const [number, at, word, line, text] = [of('number'), of('moment'), of('word'), of('line'), of('text')]
  return [
    number(t('field.number'), (record) => record.number),
    word(t('field.state'), ({ state }) => t(`state.${state}`)),
    word(t('field.unitCode'), ({ plan }) => plan.person.unitCode),
    word(t('field.person'), ({ plan }) => plan.person.name),
    word(t('field.phone'), ({ plan }) => formatPhone(plan.person.phone)),
    at(t('field.visitedAt'), ({ findings }) => moment(findings?.visitedAt)),
    word(t('field.way'), ({ plan, state }) => (state === 'reserved' ? '' : t(`way.${plan.way}`))),
    at(t('field.appointmentAt'), ({ plan }) => moment(plan.appointmentAt)),
    ...VISIT_PARTS.map((part) => text(t(`part.${part}`), ({ findings }) => findings?.parts[part])),
    word(t('field.feedbackDueOn'), ({ findings }) => findings?.feedbackDueOn),
    at(t('field.feedbackAt'), ({ feedback }) => moment(feedback?.at)),
    text(t('field.feedbackResult'), ({ feedback }) => feedback?.result),
    word(t('field.visitor'), ({ plan }) => plan.visitor),
    text(t('field.opinion'), ({ opinion }) => opinion?.text),
    at(t('list.closedAt'), ({ closedAt }) => moment(closedAt)),
    line(t('list.voidReason'), (record) => record.void?.reason),
    line(t('list.linked'), ({ links }) => links.map((link) => link.number).join('、')),
    word(t('list.columns.due'), ({ duty }) => duty && dutyWord(duty.kind)),
    at(t('list.dueAt'), ({ duty }) => moment(duty?.dueAt)),
  ]
}
