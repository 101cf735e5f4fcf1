import { useTranslation } from 'react-i18next'
import { isOpen } from '../../../../shared/domain/lostReport'
import type { LostReport } from '../../../../shared/domain/lostReport/types'
import { formatPhone } from '../../../../shared/util/contact'
import { useRole } from '../../../data'
import { FoundRecord } from '../../../register/record/FoundRecord'
import { RecordFrame } from '../../../register/record/RecordFrame'
import type { RecordPart } from '../../../register/record/RecordParts'
import type { RecordPlace } from '../../../register/screen/RegisterScreen'
import { WhoPanel } from '../../../register/who/WhoPanel'
import { type Fact, formatDateTime } from '../../../ui'
import { LinkButton } from '../match/LinkButton'
import { MatchLines } from '../match/MatchLines'
import { useItemsFor } from '../match/useMatches'
import { type ReportStep, reportOffers } from './actions'
import { LOST_REPORT } from './kind'
import { REPORT_PLACES } from './steps'
import { windowWords } from './words'

/** A lost report, beside the found items that it may be. */
export function RecordScreen({ id, onBack }: RecordPlace) {
  const { t } = useTranslation('lostReports')
  return (
    <FoundRecord table="lostReports" id={id} missing={t('record.missing')} onBack={onBack}>
      {(record) => <OpenReport record={record} onBack={onBack} />}
    </FoundRecord>
  )
}

function OpenReport({ record, onBack }: { record: LostReport; onBack: () => void }) {
  return (
    <RecordFrame
      kind={LOST_REPORT}
      places={REPORT_PLACES}
      record={record}
      offers={reportOffers(record, useRole())}
      main={isOpen(record) ? 'markFound' : null}
      parts={useParts(record)}
      unitId={record.intake.owner.unitId}
      side={<Side record={record} />}
      onBack={onBack}
    />
  )
}

function useParts(record: LostReport): RecordPart<ReportStep>[] {
  const { t } = useTranslation(['lostReports', 'lostItems', 'record'])
  const { intake, ending } = record
  const { owner } = intake
  const facts: Fact[] = [
    { label: t('field.owner'), value: owner.name },
    { label: t('field.phone'), value: owner.phone && formatPhone(owner.phone) },
    { label: t('field.unitCode'), value: owner.unitCode },
    { label: t('field.item'), value: intake.item },
    { label: t('field.category'), value: t(`lostItems:category.${intake.category}`) },
    { label: t('field.window'), value: windowWords(record, t) },
    { label: t('field.features'), value: intake.features, large: true },
    { label: t('field.places'), value: intake.places },
    { label: t('field.registeredAt'), value: formatDateTime(intake.registeredAt) },
    { label: t('field.receivedBy'), value: record.receivedBy },
    { label: t('field.remarks'), value: intake.remarks, large: true },
  ]
  const ended: Fact[] = ending
    ? [
        { label: t('field.foundItem'), value: ending.itemNumber },
        {
          label: t('field.endedAt'),
          value: t('record:byAt', { by: ending.by, at: formatDateTime(ending.at) }),
        },
        { label: t('field.words'), value: ending.words, large: true },
      ]
    : []
  return [
    {
      key: 'intake',
      title: t('record.sections.intake'),
      steps: ['amendIntake'],
      facts,
      correctedBy: 'amendIntake',
    },
    { key: 'ending', title: t('record.sections.ending'), steps: ['markFound', 'close'], facts: ended },
  ]
}

function Side({ record }: { record: LostReport }) {
  const { t } = useTranslation(['lostReports', 'lostItems'])
  const open = isOpen(record)
  const matches = useItemsFor(open ? { intake: record.intake } : null)
  return (
    <>
      {open && (
        <MatchLines
          id="lostReports.matches"
          title={t('lostItems:match.items')}
          matches={matches}
          table="lostItems"
          nothing={t('lostItems:match.none')}
          renderActions={(item) => <LinkButton record={record} other={item} />}
        />
      )}
      <WhoPanel unitId={record.intake.owner.unitId} nobody={t('record.unlinked')} exceptId={record.id} />
    </>
  )
}
