import { useTranslation } from 'react-i18next'
import { isReportClosed } from '../../../../shared/domain/incident/states'
import type { Incident } from '../../../../shared/domain/incident/types'
import type { RecordPart } from '../../../register/record/RecordParts'
import type { StepName } from './actions'
import { Checklist } from './Checklist'
import { Calls, Compensations, Losses, Notifications } from './Dealings'
import { Injuries, Parties, Witnesses } from './People'
import { Supplements } from './Supplements'
import { TimelineBox } from './TimelineBox'
import { useFacts } from './useFacts'

/** The record: what happens now first, then its report in the order in which it is written. */
export function useParts(record: Incident): RecordPart<StepName>[] {
  const { t } = useTranslation('incidents')
  const facts = useFacts(record)
  const blank = record.state === 'reserved'
  const has = (list: readonly unknown[]) => list.length > 0
  const part = (
    key: keyof typeof SECTIONS,
    steps: readonly StepName[],
    rest: Partial<RecordPart<StepName>> = {},
  ): RecordPart<StepName> => ({ key, title: t(SECTIONS[key]), steps, ...rest })
  const report = part('report', ['fillIn', 'amend'], {
    facts: blank ? [] : [...facts.report, ...facts.writing],
    correctedBy: 'amend',
  })
  if (blank) return [report]
  return [
    part('timeline', [], { children: <TimelineBox record={record} /> }),
    part('checks', [], { children: <Checklist record={record} /> }),
    report,
    part('details', ['setDetails'], { facts: facts.details, correctedBy: 'setDetails' }),
    part('people', ['setParties', 'setWitnesses'], {
      children: (has(record.parties) || has(record.witnesses)) && (
        <>
          <Parties record={record} />
          <Witnesses record={record} />
        </>
      ),
    }),
    part('injuries', ['setInjuries'], {
      children: (has(record.injuries) || record.report.personHurt) && <Injuries record={record} />,
    }),
    part('dealings', ['setNotifications', 'setCalls'], {
      children: (has(record.notifications) || has(record.calls)) && (
        <>
          <Notifications record={record} />
          <Calls record={record} />
        </>
      ),
    }),
    part('losses', ['setLosses', 'setCompensations'], {
      children: (has(record.losses) || has(record.compensations)) && (
        <>
          <Losses record={record} />
          <Compensations record={record} />
        </>
      ),
    }),
    part('insurance', ['setInsurance'], { facts: facts.insurance, correctedBy: 'setInsurance' }),
    part('review', ['submit', 'verify', 'approve', 'returnForRevision', 'archive'], { facts: facts.review }),
    ...(isReportClosed(record)
      ? [
          part('supplements', ['supplement'], {
            children: has(record.supplements) && <Supplements record={record} />,
          }),
        ]
      : []),
  ]
}

const SECTIONS = {
  timeline: 'record.sections.timeline',
  checks: 'record.sections.checks',
  report: 'record.sections.report',
  details: 'record.sections.details',
  people: 'record.sections.people',
  injuries: 'record.sections.injuries',
  dealings: 'record.sections.dealings',
  losses: 'record.sections.losses',
  insurance: 'record.sections.insurance',
  review: 'record.sections.review',
  supplements: 'record.sections.supplements',
} as const
