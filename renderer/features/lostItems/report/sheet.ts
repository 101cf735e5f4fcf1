import type { TFunction } from 'i18next'
import type { LostReport, LostReportState } from '../../../../shared/domain/lostReport/types'
import { formatPhone } from '../../../../shared/util/contact'
import type { SheetField } from '../../../register/export/fields'
import { fieldsOf, headFields, tailFields } from '../../../register/export/recordFields'

/** The columns of an exported 寻物台账, the fields of domain 6 in their order. */
export function reportSheet(
  t: TFunction<'lostReports'>,
  category: TFunction<'lostItems'>,
): SheetField<LostReport>[] {
  const { at, word, line, text } = fieldsOf<LostReport>()
  return [
    ...headFields<LostReportState>(t),
    at(t('field.registeredAt'), ({ intake }) => intake.registeredAt),
    word(t('field.receivedBy'), ({ receivedBy }) => receivedBy),
    word(t('field.owner'), ({ intake }) => intake.owner.name),
    word(t('field.phone'), ({ intake }) => formatPhone(intake.owner.phone)),
    word(t('field.unitCode'), ({ intake }) => intake.owner.unitCode),
    line(t('field.item'), ({ intake }) => intake.item),
    word(t('field.category'), ({ intake }) => category(`category.${intake.category}`)),
    text(t('field.features'), ({ intake }) => intake.features),
    at(t('field.lostFrom'), ({ intake }) => intake.lostFrom),
    at(t('field.lostUntil'), ({ intake }) => intake.lostUntil),
    line(t('field.places'), ({ intake }) => intake.places),
    line(t('field.remarks'), ({ intake }) => intake.remarks),
    line(t('field.foundItem'), ({ ending }) => ending?.itemNumber),
    line(t('field.words'), ({ ending }) => ending?.words),
    at(t('field.endedAt'), ({ ending }) => ending?.at),
    ...tailFields(t),
  ]
}
