import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { isWithheld } from '../../../../shared/domain/register/lifecycle'
import { isCorrectableTable } from '../../../../shared/domain/correction/registers'
import type { Correction, CorrectionView } from '../../../../shared/domain/correction/types'
import { getRecord, useQuery, useRole } from '../../../data'
import { recordPaper } from '../../../register/print/recordPaper'
import { FoundRecord } from '../../../register/record/FoundRecord'
import type { StepPlaces } from '../../../register/record/places'
import { RecordFrame } from '../../../register/record/RecordFrame'
import type { RecordPart } from '../../../register/record/RecordParts'
import { openedFrom } from '../../../register/screen/origin'
import type { RecordPlace } from '../../../register/screen/RegisterScreen'
import { type Fact, formatDateTime, NoticeBar } from '../../../ui'
import { ChangesTable } from '../ChangesTable'
import { CORRECTION_PRINTING } from '../print/printing'
import { monthWords, wordedChanges } from '../wording'
import { nextStep, offersOf, type StepName } from './actions'
import { CORRECTION } from './kind'
import { ApplyStep, RejectDialog, VerifyStep, VoidCorrectionDialog } from './steps'

/** Where each step of a 更正单 is taken. */
const PLACES: StepPlaces<Correction, StepName> = {
  forms: { verify: VerifyStep, apply: ApplyStep },
  dialogs: { reject: RejectDialog, void: VoidCorrectionDialog },
  menu: ['void'],
}

/** One 更正单. */
export function RecordScreen({ id, onBack }: RecordPlace) {
  const { t } = useTranslation('corrections')
  return (
    <FoundRecord table="corrections" id={id} missing={t('record.missing')} onBack={onBack}>
      {(record) => <OpenCorrection record={record} onBack={onBack} />}
    </FoundRecord>
  )
}

function OpenCorrection({ record, onBack }: { record: Correction; onBack: () => void }) {
  const parts = useParts(record)
  const offers = offersOf(record, useRole())
  const withheld = isWithheld(record)
  return (
    <RecordFrame
      kind={CORRECTION}
      places={PLACES}
      record={record}
      offers={withheld ? [] : offers}
      main={withheld ? null : nextStep(record)}
      parts={withheld ? [] : parts}
      notices={<Notices record={record} />}
      paper={withheld ? undefined : recordPaper(CORRECTION_PRINTING, record)}
      onBack={onBack}
    />
  )
}

/** Whether the record says it already, with the way there. */
function Notices({ record }: { record: Correction }) {
  const { t } = useTranslation('corrections')
  const navigate = useNavigate()
  const { state, target, appliedAt, number } = record
  const open = () =>
    void navigate(`/${target.table}/${target.id}`, {
      state: openedFrom({ to: `/corrections/${record.id}`, label: number }),
    })
  const text = appliedAt
    ? t('record.appliedText', { at: formatDateTime(appliedAt), number: target.number })
    : t('record.waitsText', { number: target.number })
  const action = (
    <Button variant="text" onClick={open} sx={{ flexShrink: 0 }}>
      {t('record.openTarget', { number: target.number })}
    </Button>
  )
  if (isWithheld(record)) {
    return (
      <NoticeBar tone="soon" action={action}>
        {t('record.withheld')}
      </NoticeBar>
    )
  }
  return (
    <NoticeBar tone={state === 'requested' || state === 'verified' ? 'soon' : 'plain'} action={action}>
      {state === 'rejected' || state === 'void' ? t('record.endedText', { number: target.number }) : text}
    </NoticeBar>
  )
}

function useParts(record: Correction): RecordPart<StepName>[] {
  const { t } = useTranslation('corrections')
  const { target, reason, requestedBy, createdAt, month, voids, verification, approval } = record
  const row = useQuery(
    async (db) => (isCorrectableTable(target.table) ? getRecord(db, target.table, target.id) : null),
    [target.table, target.id],
  )
  const view = useViewWords()
  const request: Fact[] = [
    { label: t('field.target'), value: target.number },
    { label: t('field.month'), value: monthWords(month) },
    { label: t('field.requestedBy'), value: requestedBy },
    { label: t('field.requestedAt'), value: formatDateTime(createdAt) },
    { label: t('field.reason'), value: reason, large: true },
  ]
  return [
    { key: 'request', title: t('record.sections.request'), steps: [], facts: request },
    {
      key: 'changes',
      title: t('record.sections.changes'),
      steps: [],
      children: voids ? (
        <strong>{t('record.voids')}</strong>
      ) : (
        row !== undefined && <ChangesTable changes={wordedChanges(record, row)} />
      ),
    },
    {
      key: 'views',
      title: t('record.sections.views'),
      steps: ['verify', 'apply', 'reject'],
      facts: [
        { label: t('field.verification'), value: view(verification), large: true },
        { label: t('field.approval'), value: view(approval), large: true },
      ],
    },
  ]
}

/** 同意（周主管，2026-11-03 09:30）：属实 */
function useViewWords(): (view: CorrectionView | null) => string {
  const { t } = useTranslation('corrections')
  return (view) => {
    if (!view) return ''
    const who = t('record.byAt', {
      verdict: view.agreed ? t('record.agreed') : t('record.refused'),
      by: view.by,
      at: formatDateTime(view.at),
    })
    return view.words ? t('record.said', { who, words: view.words }) : who
  }
}
