import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { isBlankSheet } from '../../../../shared/domain/visit'
import { VISIT_PARTS, type Visit } from '../../../../shared/domain/visit/types'
import { formatPhone } from '../../../../shared/util/contact'
import type { RecordPart } from '../../../register/record/RecordParts'
import { CopyButton, type Fact, formatDateTime, formatDay } from '../../../ui'
import type { StepName } from './actions'

/** A visit in the order of its sheet, and the steps that open in each part. */
export function useParts(record: Visit): RecordPart<StepName>[] {
  const { t } = useTranslation(['visits', 'record'])
  const { findings, feedback, opinion } = record
  const byAt = (by: string, at: string) => t('record:byAt', { by, at: formatDateTime(at) })
  return [
    {
      key: 'plan',
      title: t('record.sections.plan'),
      steps: ['replan'],
      facts: usePlanFacts(record),
      correctedBy: 'replan',
    },
    {
      key: 'findings',
      title: t('record.sections.findings'),
      steps: ['fillIn', 'recordVisit', 'amend'],
      facts: useFindingsFacts(record),
      correctedBy: 'amend',
    },
    {
      key: 'feedback',
      title: t('record.sections.feedback'),
      steps: ['giveFeedback'],
      facts: [
        { label: t('field.feedbackDueOn'), value: formatDay(findings?.feedbackDueOn) },
        { label: t('field.feedbackAt'), value: formatDateTime(feedback?.at) },
        { label: t('field.feedbackBy'), value: feedback?.by },
        { label: t('field.feedbackResult'), value: feedback?.result, large: true },
      ],
    },
    {
      key: 'opinion',
      title: t('record.sections.opinion'),
      steps: ['giveOpinion'],
      facts: [
        { label: t('field.opinion'), value: opinion?.text, large: true },
        { label: t('field.opinionBy'), value: opinion && byAt(opinion.by, opinion.at) },
      ],
    },
    {
      key: 'closing',
      title: t('record.sections.closing'),
      steps: ['close'],
      facts: [
        { label: t('field.closed'), value: record.closedAt && byAt(record.closedBy ?? '', record.closedAt) },
      ],
    },
  ]
}

function usePlanFacts(record: Visit): Fact[] {
  const { t } = useTranslation('visits')
  if (isBlankSheet(record)) return []
  const { person, way, appointmentAt, visitor } = record.plan
  return [
    { label: t('field.unitCode'), value: person.unitCode },
    { label: t('field.person'), value: person.name },
    {
      label: t('field.phone'),
      value: person.phone && (
        <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', height: 21 }}>
          {formatPhone(person.phone)}
          <CopyButton text={person.phone} what={t('record.copyPhone')} />
        </Box>
      ),
    },
    { label: t('field.way'), value: t(`way.${way}`) },
    { label: t('field.appointmentAt'), value: formatDateTime(appointmentAt) },
    { label: t('field.visitor'), value: visitor },
  ]
}

function useFindingsFacts({ findings }: Visit): Fact[] {
  const { t } = useTranslation(['visits', 'record'])
  if (!findings) return []
  return [
    { label: t('field.visitedAt'), value: formatDateTime(findings.visitedAt) },
    {
      label: t('field.feedbackNeeded'),
      value: findings.feedbackNeeded ? t('record:timeline.yes') : t('record:timeline.no'),
    },
    ...VISIT_PARTS.map((part) => ({ label: t(`part.${part}`), value: findings.parts[part], large: true })),
  ]
}
