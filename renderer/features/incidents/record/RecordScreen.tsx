import { useTranslation } from 'react-i18next'
import { mayRead } from '../../../../shared/domain/incident/reading'
import { INCIDENT_COMMANDS } from '../../../../shared/domain/incident/states'
import type { Incident } from '../../../../shared/domain/incident/types'
import { may } from '../../../../shared/domain/office/permissions'
import { restrictIncidentCommand } from '../../../data'
import { recordPaper } from '../../../register/print/recordPaper'
import { FoundRecord } from '../../../register/record/FoundRecord'
import { RecordFrame } from '../../../register/record/RecordFrame'
import { useAccessNote } from '../../../register/record/useAccessNote'
import { useSave } from '../../../register/saving/saving'
import type { RecordPlace } from '../../../register/screen/RegisterScreen'
import { WhoPanel } from '../../../register/who/WhoPanel'
import { announce, type MenuAction, refusalText, StatusChip } from '../../../ui'
import { printingFor } from '../print/printing'
import { SEVERITY_TONES, useReader } from '../words'
import { nextStep, offersOf } from './actions'
import { IncidentGuidance } from './IncidentGuidance'
import { recordKindOf } from './kind'
import { Notices } from './Notices'
import { INCIDENT_PLACES } from './places'
import { useParts } from './useParts'
import { Withheld } from './Withheld'

/** An incident: what happens now above all, then its report, and what belongs to it at the right. */
export function RecordScreen({ id, onBack }: RecordPlace) {
  const { t } = useTranslation('incidents')
  const reader = useReader()
  return (
    <FoundRecord table="incidents" id={id} missing={t('record.missing')} onBack={onBack}>
      {(record) =>
        mayRead(record, reader) ? (
          <OpenIncident record={record} onBack={onBack} />
        ) : (
          <Withheld record={record} onBack={onBack} />
        )
      }
    </FoundRecord>
  )
}

function OpenIncident({ record, onBack }: { record: Incident; onBack: () => void }) {
  const reader = useReader()
  // Who reads a 限阅 report is noted (domain 13).
  useAccessNote('restricted', { table: 'incidents', id: record.id }, record.restricted)
  return (
    <RecordFrame
      kind={recordKindOf(record)}
      places={INCIDENT_PLACES}
      record={record}
      offers={offersOf(record, reader)}
      main={nextStep(record)}
      parts={useParts(record)}
      chips={<Chips record={record} />}
      actions={useActions(record)}
      notices={<Notices record={record} />}
      unitId={unitOf(record)}
      side={<Side record={record} />}
      paper={recordPaper(printingFor(reader), record)}
      onBack={onBack}
    />
  )
}

/** The household of the first 当事人 who has one. */
function unitOf({ parties }: Incident): string | null {
  return parties.find(({ person }) => person.unitId !== null)?.person.unitId ?? null
}

/** Type, 程度 where it is grave, 限阅. */
function Chips({ record: { report, restricted, state } }: { record: Incident }) {
  const { t } = useTranslation('incidents')
  const { severity, kind } = report
  if (state === 'reserved') return null
  return (
    <>
      <strong>{t(`kind.${kind}`)}</strong>
      {severity && severity !== 'minor' && (
        <StatusChip tone={SEVERITY_TONES[severity]} label={t(`severity.${severity}`)} />
      )}
      {restricted && <StatusChip tone="waiting" label={t('restricted.chip')} />}
    </>
  )
}

function Side({ record }: { record: Incident }) {
  const { t } = useTranslation('incidents')
  const unitId = unitOf(record)
  const { kind, place, origin, course } = record.report
  return (
    <>
      {unitId && <WhoPanel unitId={unitId} nobody={t('who.unlinked')} exceptId={record.id} />}
      <IncidentGuidance kind={kind} text={[place, origin, course].join('\n')} recordId={record.id} />
    </>
  )
}

/** 设为限阅, 解除限阅: a supervisor's, and never for a 死亡. */
function useActions(record: Incident): MenuAction[] {
  const { t } = useTranslation('incidents')
  const { role } = useReader()
  const save = useSave()
  const { id, rev, restricted, report, state } = record
  const { permission, from } = INCIDENT_COMMANDS.restrict
  const possible = (from as readonly string[]).includes(state) && report.kind !== 'death'
  if (!possible || !may(role, permission)) return []
  const run = async () => {
    const { refusal } = await save(restrictIncidentCommand, { id, rev, restricted: !restricted })
    if (refusal) announce(refusalText(refusal), 'problem')
  }
  return [{ label: t(restricted ? 'restricted.lift' : 'restricted.set'), run: () => void run() }]
}
