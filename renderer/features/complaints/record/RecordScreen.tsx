import { useTranslation } from 'react-i18next'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import { useRole } from '../../../data'
import { recordPaper } from '../../../register/print/recordPaper'
import { FoundRecord } from '../../../register/record/FoundRecord'
import { RecordFrame } from '../../../register/record/RecordFrame'
import type { RecordPlace } from '../../../register/screen/RegisterScreen'
import { WhoPanel } from '../../../register/who/WhoPanel'
import { StatusChip } from '../../../ui'
import { RecordGuidance } from '../guidance/ComplaintGuidance'
import { COMPLAINT_PRINTING } from '../print/printing'
import { RecordSimilar } from '../similar/RecordSimilar'
import { SEVERITY_TONES } from '../words'
import { nextStep, offersOf } from './actions'
import { Demands } from './Demands'
import { FirstAsked } from './FirstAsked'
import { COMPLAINT } from './kind'
import { COMPLAINT_PLACES } from './places'
import { RecordNotices } from './RecordNotices'
import { useParts } from './useParts'

/** A complaint: head, body with its steps, and what belongs to it at the right. */
export function RecordScreen({ id, onBack }: RecordPlace) {
  const { t } = useTranslation('complaints')
  return (
    <FoundRecord table="complaints" id={id} missing={t('record.missing')} onBack={onBack}>
      {(record) => <OpenComplaint record={record} onBack={onBack} />}
    </FoundRecord>
  )
}

function OpenComplaint({ record, onBack }: { record: Complaint; onBack: () => void }) {
  const offers = offersOf(record, useRole())
  const { unitId, anonymous } = record.intake.complainant
  return (
    <RecordFrame
      kind={COMPLAINT}
      places={COMPLAINT_PLACES}
      record={record}
      offers={offers}
      main={nextStep(record)}
      parts={useParts(record)}
      chips={<SeverityChip record={record} />}
      facts={<FirstAsked record={record} />}
      notices={
        <>
          <RecordNotices record={record} />
          <Demands record={record} offers={offers} />
        </>
      }
      unitId={anonymous ? null : unitId}
      side={<Side record={record} />}
      paper={recordPaper(COMPLAINT_PRINTING, record)}
      onBack={onBack}
    />
  )
}

/** 重要 and 重大 are said in the head. */
function SeverityChip({ record: { judgement } }: { record: Complaint }) {
  const { t } = useTranslation('complaints')
  if (!judgement || judgement.severity === 'minor') return null
  return <StatusChip tone={SEVERITY_TONES[judgement.severity]} label={t(`severity.${judgement.severity}`)} />
}

function Side({ record }: { record: Complaint }) {
  const { t } = useTranslation('complaints')
  const { unitId, anonymous } = record.intake.complainant
  return (
    <>
      <WhoPanel unitId={anonymous ? null : unitId} nobody={t('who.unlinked')} exceptId={record.id} />
      <RecordSimilar record={record} />
      <RecordGuidance record={record} />
    </>
  )
}
