import { useTranslation } from 'react-i18next'
import { paperState } from '../../../../shared/domain/register/paper'
import { VISIT_RECORD_FORM } from '../../../../shared/domain/visit'
import type { Visit } from '../../../../shared/domain/visit/types'
import { useRole } from '../../../data'
import { recordPaper } from '../../../register/print/recordPaper'
import { FoundRecord } from '../../../register/record/FoundRecord'
import { RecordFrame } from '../../../register/record/RecordFrame'
import type { RecordPlace } from '../../../register/screen/RegisterScreen'
import { WhoPanel } from '../../../register/who/WhoPanel'
import { NoticeBar } from '../../../ui'
import { nextStep, offersOf } from './actions'
import { Declined } from './Declined'
import { VISIT } from './kind'
import { VISIT_PLACES } from './places'
import { VISIT_PRINTING } from './printing'
import { PrivateNotes } from './PrivateNotes'
import { UnitVisits } from './UnitVisits'
import { useParts } from './useParts'

/** A visit: head, its parts with their steps, and what belongs to it at the right. */
export function RecordScreen({ id, onBack }: RecordPlace) {
  const { t } = useTranslation('visits')
  return (
    <FoundRecord table="visits" id={id} missing={t('record.missing')} onBack={onBack}>
      {(record) => <OpenVisit record={record} onBack={onBack} />}
    </FoundRecord>
  )
}

function OpenVisit({ record, onBack }: { record: Visit; onBack: () => void }) {
  return (
    <RecordFrame
      kind={VISIT}
      places={VISIT_PLACES}
      record={record}
      offers={offersOf(record, useRole())}
      main={nextStep(record)}
      parts={useParts(record)}
      notices={<Refused record={record} />}
      unitId={record.plan.person.unitId}
      side={<Side record={record} />}
      paper={recordPaper(VISIT_PRINTING, record)}
      onBack={onBack}
    />
  )
}

/** 拒签 is said, so that nobody asks again (domain 8). */
function Refused({ record }: { record: Visit }) {
  const { t } = useTranslation('visits')
  const { signature } = paperState(record.prints[VISIT_RECORD_FORM])
  if (signature?.outcome !== 'refused') return null
  return <NoticeBar tone="plain">{t('record.refusedText')}</NoticeBar>
}

function Side({ record }: { record: Visit }) {
  const { t } = useTranslation('visits')
  const { unitId } = record.plan.person
  return (
    <>
      <WhoPanel unitId={unitId} nobody={t('who.unlinked')} exceptId={record.id}>
        {unitId && <Declined unitId={unitId} />}
        {unitId && <UnitVisits unitId={unitId} exceptId={record.id} />}
      </WhoPanel>
      <PrivateNotes record={record} />
    </>
  )
}
