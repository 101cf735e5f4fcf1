import type { TFunction } from 'i18next'
import { endedAt, isOpen } from '../../../../shared/domain/lostItem'
import type { LostItem, LostItemState } from '../../../../shared/domain/lostItem/types'
import { yuanText } from '../../../../shared/domain/lostItem/value'
import { formatPhone } from '../../../../shared/util/contact'
import type { SheetField } from '../../../register/export/fields'
import { dueFields, fieldsOf, headFields, tailFields } from '../../../register/export/recordFields'

/** The columns of an exported 失物台账, the fields of domain 6 in their order. */
export function itemSheet(t: TFunction<'lostItems'>): SheetField<LostItem>[] {
  const { at, word, line, text } = fieldsOf<LostItem>()
  const given = ({ claims }: LostItem) => claims.find(({ claimedAt }) => claimedAt !== null)
  return [
    ...headFields<LostItemState>(t),
    line(t('field.name'), ({ intake }) => intake.name),
    word(t('field.category'), ({ intake }) => t(`category.${intake.category}`)),
    word(t('field.quantity'), ({ intake }) => String(intake.quantity)),
    text(t('field.features'), ({ intake }) => intake.features),
    word(t('field.estimate'), ({ intake: { estimate } }) =>
      estimate.fen === null ? t(`band.${estimate.band}`) : yuanText(estimate.fen),
    ),
    at(t('field.foundAt'), ({ intake }) => intake.foundAt),
    line(t('field.foundPlace'), ({ intake }) => intake.foundPlace),
    word(t('field.finder'), ({ intake }) => intake.finder.name),
    word(t('field.finderRole'), ({ intake }) => intake.finder.role),
    word(t('field.finderPhone'), ({ intake }) => formatPhone(intake.finder.phone)),
    at(t('field.handedInAt'), ({ intake }) => intake.handedInAt),
    word(t('field.receivedBy'), ({ intake }) => intake.receivedBy),
    word(t('field.countedBy'), ({ intake }) => intake.countedBy),
    line(t('field.storedAt'), ({ intake }) => intake.storedAt),
    line(t('field.clues'), ({ intake }) => intake.clues),
    line(t('field.remarks'), ({ intake }) => intake.remarks),
    at(t('field.postedAt'), ({ notices }) => notices[0]?.postedAt),
    at(t('field.custodyUntil'), ({ custodyUntil }) => custodyUntil),
    word(t('field.claimant'), (record) => given(record)?.name),
    at(t('field.claimedAt'), (record) => given(record)?.claimedAt),
    line(t('field.office'), ({ handOver }) => handOver?.office),
    line(t('field.receipt'), ({ handOver }) => handOver?.receipt),
    line(t('field.opinion'), ({ decisions }) => decisions.at(-1)?.opinion),
    at(t('list.endedAt'), (record) => (isOpen(record) ? null : endedAt(record))),
    ...tailFields(t),
    ...dueFields(t, 'lostItems'),
  ]
}
