import type { TFunction } from 'i18next'
import { VISIT_PARTS, type Visit, type VisitState } from '../../../../shared/domain/visit/types'
import { formatPhone } from '../../../../shared/util/contact'
import type { SheetField } from '../../../register/export/fields'
import { dueFields, fieldsOf, headFields, tailFields } from '../../../register/export/recordFields'

/** The columns of an exported 走访台账, the fields of domain 8 in their order. 私密记录 are no field of a visit. */
export function visitSheet(t: TFunction<'visits'>): SheetField<Visit>[] {
  const { at, word, text } = fieldsOf<Visit>()
  return [
    ...headFields<VisitState>(t),
    word(t('field.unitCode'), ({ plan }) => plan.person.unitCode),
    word(t('field.person'), ({ plan }) => plan.person.name),
    word(t('field.phone'), ({ plan }) => formatPhone(plan.person.phone)),
    at(t('field.visitedAt'), ({ findings }) => findings?.visitedAt),
    word(t('field.way'), ({ plan, state }) => (state === 'reserved' ? '' : t(`way.${plan.way}`))),
    at(t('field.appointmentAt'), ({ plan }) => plan.appointmentAt),
    ...VISIT_PARTS.map((part) => text(t(`part.${part}`), ({ findings }) => findings?.parts[part])),
    word(t('field.feedbackDueOn'), ({ findings }) => findings?.feedbackDueOn),
    at(t('field.feedbackAt'), ({ feedback }) => feedback?.at),
    text(t('field.feedbackResult'), ({ feedback }) => feedback?.result),
    word(t('field.visitor'), ({ plan }) => plan.visitor),
    text(t('field.opinion'), ({ opinion }) => opinion?.text),
    at(t('list.closedAt'), ({ closedAt }) => closedAt),
    ...tailFields(t),
    ...dueFields(t, 'visits'),
  ]
}
