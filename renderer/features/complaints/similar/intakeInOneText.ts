import type { TFunction } from 'i18next'
import type { ComplaintIntake } from '../../../../shared/domain/complaint/types'
import { formatDateTime } from '../../../ui'
import type { IntakeValues } from '../intake/intakeValues'

/**
 * What an intake says besides its person, as the words of one more complainant, who has no fields for it: the words
 * themselves, then what was filled in and is not what the record says already. Its draft goes, so nothing may be left.
 */
export function intakeInOneText(
  { content, remedy, place, subject, occurredAt, complainant }: IntakeValues,
  known: ComplaintIntake,
  t: TFunction<'people'>,
): string {
  const isNew = (text: string, before: string) => text.trim() !== '' && text.trim() !== before.trim()
  const elsewhere = isNew(place, known.place) && place !== complainant.unitCode
  const otherTime = occurredAt !== null && occurredAt !== known.occurredAt
  return [
    content,
    ...(remedy.trim() ? [t('withRemedy', { remedy })] : []),
    ...(elsewhere ? [t('withPlace', { place })] : []),
    ...(isNew(subject, known.subject) ? [t('withSubject', { subject })] : []),
    ...(otherTime ? [t('withOccurredAt', { at: formatDateTime(occurredAt) })] : []),
  ].join('\n')
}
