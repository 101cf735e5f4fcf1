import { useTranslation } from 'react-i18next'
import type { Incident, Review } from '../../../../shared/domain/incident/types'
import { type Fact, formatDateTime } from '../../../ui'
import { shownDetails, useIncidentWords } from '../catalogue'

type PartWithFacts = 'report' | 'writing' | 'details' | 'insurance' | 'review'

/** What each part of the record says. */
export function useFacts(record: Incident): Record<PartWithFacts, Fact[]> {
  const { t } = useTranslation('incidents')
  const words = useIncidentWords(record.report.kind)
  const { report, insurance } = record
  const plain = { yes: t('yesNo.yes'), no: t('yesNo.no'), yuan: t('yuan') }
  const details = words ? shownDetails(record, words, plain) : []
  return {
    report: [
      { label: t('field.kind'), value: t(`kind.${report.kind}`) },
      { label: t('field.occurredAt'), value: formatDateTime(report.occurredAt) },
      { label: t('field.place'), value: report.place },
      { label: t('field.reportedBy'), value: record.reportedBy },
      { label: t('field.severity'), value: report.severity && t(`severity.${report.severity}`) },
      { label: t('field.personHurt'), value: report.personHurt ? plain.yes : '' },
      { label: t('field.origin'), value: report.origin, large: true },
      { label: t('field.course'), value: report.course, large: true },
    ],
    writing: [
      { label: t('field.measures'), value: report.measures, large: true },
      { label: t('field.result'), value: report.result, large: true },
      { label: t('field.prevention'), value: report.prevention, large: true },
    ],
    details: details.map(({ label, value }) => ({ label, value })),
    insurance: insurance
      ? [
          { label: t('field.insurer'), value: insurance.insurer },
          { label: t('field.policyNumber'), value: insurance.policyNumber },
          { label: t('field.reportedAt'), value: formatDateTime(insurance.reportedAt) },
          { label: t('field.claimNumber'), value: insurance.claimNumber },
          { label: t('field.note'), value: insurance.note },
        ]
      : [],
    review: useReviewFacts(record),
  }
}

function useReviewFacts(record: Incident): Fact[] {
  const { t } = useTranslation(['incidents', 'record'])
  const byAt = (by: string | null, at: string | null) =>
    by && at ? t('record:byAt', { by, at: formatDateTime(at) }) : ''
  const reviewed = (review: Review | null) => byAt(review?.by ?? null, review?.at ?? null)
  const { firstSubmittedAt, submittedAt, verification, approval } = record
  return [
    { label: t('field.submitted'), value: byAt(record.submittedBy, submittedAt) },
    {
      label: t('field.firstSubmittedAt'),
      value: firstSubmittedAt === submittedAt ? '' : formatDateTime(firstSubmittedAt),
    },
    { label: t('field.verified'), value: reviewed(verification) },
    { label: t('field.verifyWords'), value: verification?.words },
    { label: t('field.approved'), value: reviewed(approval) },
    { label: t('field.approveWords'), value: approval?.words },
    { label: t('field.archived'), value: byAt(record.archivedBy, record.archivedAt) },
  ]
}
