import type { TFunction } from 'i18next'
import type { ReturnVisitRecord, ReturnVisitState } from '../../../../shared/domain/returnVisit/types'
import { formatPhone } from '../../../../shared/util/contact'
import type { SheetField } from '../../../register/export/fields'
import { fieldsOf, headFields, tailFields } from '../../../register/export/recordFields'

/** The columns of an exported 回访台账, the fields of domain 8 in their order. */
export function returnVisitSheet(t: TFunction<'returnVisits'>): SheetField<ReturnVisitRecord>[] {
  const { at, word, line, text } = fieldsOf<ReturnVisitRecord>()
  return [
    ...headFields<ReturnVisitState>(t),
    word(t('field.unitCode'), ({ entry }) => entry?.person.unitCode),
    word(t('field.person'), ({ entry }) => entry?.person.name),
    word(t('field.phone'), ({ entry }) => formatPhone(entry?.person.phone ?? '')),
    word(t('field.source'), ({ entry }) => entry && t(`source.${entry.source.kind}`)),
    line(t('field.sourceNumber'), ({ entry }) => entry?.source.number),
    text(t('field.content'), ({ entry }) => entry?.content),
    word(t('field.satisfaction'), ({ entry }) => entry && t(`satisfaction.${entry.satisfaction}`)),
    word(t('field.way'), ({ entry }) => entry && t(`way.${entry.way}`)),
    word(t('field.visitedBy'), ({ entry }) => entry?.visitedBy),
    at(t('field.visitedAt'), ({ entry }) => entry?.visitedAt),
    word(t('field.round'), ({ round }) => round),
    ...tailFields(t),
  ]
}
