import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { opinionDue, summaryDue } from '../../../../shared/domain/visit'
import type { VisitMonth } from '../../../../shared/domain/visitMonth/types'
import { instantFromMs } from '../../../../shared/util/civilTime'
import { type MonthView, useQuery, useRole, visitMonthView } from '../../../data'
import { recordPaper } from '../../../register/print/recordPaper'
import type { StepPlaces } from '../../../register/record/places'
import { RecordFrame } from '../../../register/record/RecordFrame'
import type { RecordPart } from '../../../register/record/RecordParts'
import type { RecordPlace } from '../../../register/screen/RegisterScreen'
import { EmptyState, formatDateTime, formatDay, useNow } from '../../../ui'
import { GoalLines } from '../visit/Goals'
import { nextStep, offersOf, type StepName } from './actions'
import { VISIT_MONTH } from './kind'
import { MonthVisits } from './MonthVisits'
import { MONTH_PRINTING } from './printing'
import { SubmitStep, SummarizeStep } from './steps'
import { Suggestions } from './Suggestions'

const PLACES: StepPlaces<VisitMonth, StepName> = {
  forms: { submit: SubmitStep, summarize: SummarizeStep },
  menu: [],
}

/** A month: its goals, visits, 意见和建议 with 采纳/不采纳, the clerk's opinion and the director's 访问总结. */
export function MonthRecord({ id, onBack }: RecordPlace) {
  const { t } = useTranslation(['visitMonths', 'record'])
  const view = useQuery((db) => visitMonthView(db, id), [id])
  if (!view) return null
  if (view.record) return <OpenMonth record={view.record} view={view} onBack={onBack} />
  return (
    <EmptyState
      title={t('record.missing')}
      text={t('record.missingText')}
      action={<Button onClick={onBack}>{t('record:toList')}</Button>}
    />
  )
}

interface OpenMonthProps {
  record: VisitMonth
  view: MonthView
  onBack: () => void
}

function OpenMonth({ record, view, onBack }: OpenMonthProps) {
  const now = instantFromMs(useNow())
  return (
    <RecordFrame
      kind={VISIT_MONTH}
      places={PLACES}
      record={record}
      offers={offersOf(record, view, now, useRole())}
      main={nextStep(record)}
      parts={useParts(record, view)}
      paper={recordPaper(MONTH_PRINTING, record)}
      onBack={onBack}
    />
  )
}

function useParts(record: VisitMonth, view: MonthView): RecordPart<StepName>[] {
  const { t } = useTranslation(['visitMonths', 'record'])
  const { id, submission, summary } = record
  const byAt = (by: string, at: string) => t('record:byAt', { by, at: formatDateTime(at) })
  return [
    {
      key: 'goals',
      title: t('record.sections.goals'),
      steps: [],
      children: <GoalLines month={id} goals={view.goals} />,
    },
    {
      key: 'visits',
      title: `${t('record.sections.visits')} ${view.visits.length}`,
      steps: [],
      children: <MonthVisits visits={view.visits} />,
    },
    {
      key: 'submission',
      title: t('record.sections.submission'),
      steps: ['submit'],
      facts: [
        { label: t('field.opinion'), value: submission?.opinion, large: true },
        { label: t('field.submittedBy'), value: submission && byAt(submission.by, submission.at) },
      ],
      children: record.state === 'running' && (
        <Note>{t('record.submitUntil', { day: formatDay(opinionDue(id)) })}</Note>
      ),
    },
    {
      key: 'suggestions',
      title: `${t('record.sections.suggestions')} ${view.suggestions.length}`,
      steps: [],
      children: <Suggestions record={record} suggestions={view.suggestions} />,
    },
    {
      key: 'summary',
      title: t('record.sections.summary'),
      steps: ['summarize'],
      facts: [
        { label: t('field.summary'), value: summary?.text, large: true },
        { label: t('field.summarizedBy'), value: summary && byAt(summary.by, summary.at) },
      ],
      children: record.state === 'submitted' && (
        <Note>{t('record.summaryUntil', { day: formatDay(summaryDue(id)) })}</Note>
      ),
    },
  ]
}

function Note({ children }: { children: string }) {
  return <Box sx={{ color: 'text.secondary' }}>{children}</Box>
}
