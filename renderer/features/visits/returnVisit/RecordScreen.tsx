import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { isRound } from '../../../../shared/domain/returnVisit'
import type { ReturnVisitRecord } from '../../../../shared/domain/returnVisit/types'
import { formatPhone } from '../../../../shared/util/contact'
import { useRole } from '../../../data'
import { recordPaper } from '../../../register/print/recordPaper'
import { FoundRecord } from '../../../register/record/FoundRecord'
import type { StepPlaces } from '../../../register/record/places'
import { RecordFrame } from '../../../register/record/RecordFrame'
import type { RecordPart } from '../../../register/record/RecordParts'
import type { RecordPlace } from '../../../register/screen/RegisterScreen'
import { WhoPanel } from '../../../register/who/WhoPanel'
import { CopyButton, type Fact, formatDateTime, NoticeBar, StatusChip } from '../../../ui'
import { nextStep, offersOf, type StepName } from './actions'
import { RETURN_VISIT } from './kind'
import { RETURN_VISIT_PRINTING } from './printing'
import { RoundScreen } from './RoundScreen'
import { AmendStep, ComplainStep, FillInStep, VoidReturnVisitDialog } from './steps'
import { SATISFACTION_TONES } from './words'

/** Where each step of a return visit is taken. */
const PLACES: StepPlaces<ReturnVisitRecord, StepName> = {
  forms: { fillIn: FillInStep, amend: AmendStep, complain: ComplainStep },
  dialogs: { void: VoidReturnVisitDialog },
  menu: ['void'],
  edit: 'amend',
  first: 'fillIn',
}

/** A return visit, or under `2026-Q4` the 季度回访 of a quarter. */
export function RecordScreen({ id, onBack }: RecordPlace) {
  const { t } = useTranslation('returnVisits')
  if (isRound(id)) return <RoundScreen round={id} onBack={onBack} />
  return (
    <FoundRecord table="returnVisits" id={id} missing={t('record.missing')} onBack={onBack}>
      {(record) => <OpenReturnVisit record={record} onBack={onBack} />}
    </FoundRecord>
  )
}

function OpenReturnVisit({ record, onBack }: { record: ReturnVisitRecord; onBack: () => void }) {
  const { t } = useTranslation('returnVisits')
  const { entry } = record
  const unitId = entry?.person.unitId ?? null
  return (
    <RecordFrame
      kind={RETURN_VISIT}
      places={PLACES}
      record={record}
      offers={offersOf(record, useRole())}
      main={nextStep(record)}
      parts={useParts(record)}
      chips={
        entry && (
          <StatusChip
            tone={SATISFACTION_TONES[entry.satisfaction]}
            label={t(`satisfaction.${entry.satisfaction}`)}
          />
        )
      }
      notices={<Notices record={record} />}
      unitId={unitId}
      side={<WhoPanel unitId={unitId} nobody={t('who.unlinked')} exceptId={record.id} />}
      paper={recordPaper(RETURN_VISIT_PRINTING, record)}
      onBack={onBack}
    />
  )
}

function Notices({ record }: { record: ReturnVisitRecord }) {
  const { t } = useTranslation('returnVisits')
  if (record.state === 'void') return null
  if (record.attemptId !== '') {
    const number = record.entry?.source.number ?? ''
    return <NoticeBar tone="plain">{t('record.ofComplaint', { number })}</NoticeBar>
  }
  return nextStep(record) === 'complain' ? <NoticeBar tone="soon">{t('complain.offer')}</NoticeBar> : null
}

function useParts(record: ReturnVisitRecord): RecordPart<StepName>[] {
  const { t } = useTranslation('returnVisits')
  return [
    {
      key: 'entry',
      title: t('record.sections.entry'),
      steps: ['fillIn', 'amend', 'complain'],
      facts: useFacts(record),
      correctedBy: 'amend',
    },
  ]
}

function useFacts({ entry, round }: ReturnVisitRecord): Fact[] {
  const { t } = useTranslation('returnVisits')
  if (!entry) return []
  const { person, source, satisfaction } = entry
  return [
    { label: t('field.unitCode'), value: person.unitCode },
    { label: t('field.person'), value: person.name },
    {
      label: t('field.phone'),
      value: person.phone && (
        <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', height: 21 }}>
          {formatPhone(person.phone)}
          <CopyButton text={person.phone} what={t('field.phone')} />
        </Box>
      ),
    },
    {
      label: t('field.source'),
      value: [t(`source.${source.kind}`), source.number].filter(Boolean).join(' '),
    },
    { label: t('field.content'), value: entry.content, large: true },
    { label: t('field.satisfaction'), value: t(`satisfaction.${satisfaction}`) },
    { label: t('field.visitedAt'), value: formatDateTime(entry.visitedAt) },
    { label: t('field.way'), value: t(`way.${entry.way}`) },
    { label: t('field.visitedBy'), value: entry.visitedBy },
    { label: t('field.round'), value: round },
  ]
}
