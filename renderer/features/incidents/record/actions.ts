import { missingForSubmission } from '../../../../shared/domain/incident/commands'
import { mayReadInjuries, type Reader } from '../../../../shared/domain/incident/reading'
import { INCIDENT_COMMANDS, isReportClosed, needsApproval } from '../../../../shared/domain/incident/states'
import type { Incident } from '../../../../shared/domain/incident/types'
import { may } from '../../../../shared/domain/office/permissions'
import { type Offer, possibleSteps } from '../../../register/record/offers'

/** Steps a person takes on a record by a form, a dialog or a button, in the order of its life. */
export const STEPS = [
  'fillIn',
  'amend',
  'setDetails',
  'setParties',
  'setWitnesses',
  'setInjuries',
  'setNotifications',
  'setCalls',
  'setLosses',
  'setCompensations',
  'setInsurance',
  'submit',
  'verify',
  'approve',
  'returnForRevision',
  'supplement',
  'archive',
  'void',
] as const
export type StepName = (typeof STEPS)[number]

export type IncidentOffer = Offer<StepName>

/** The steps that the state of a record allows, for who looks at it. */
export function offersOf(record: Incident, reader: Reader): IncidentOffer[] {
  const steps = STEPS.filter((step) => makesSense(step, record, reader))
  return possibleSteps(INCIDENT_COMMANDS, steps, record.state, reader.role).map((offer) => ({
    ...offer,
    again: wasTaken(offer.step, record),
    needs: offer.step === 'submit' ? missingForSubmission(record).map(({ field }) => field) : [],
    ...(offer.step === 'returnForRevision' ? { needsRoles: returners(record, reader, offer) } : {}),
  }))
}

/** The one step to take next: the main button. Null where the record has ended. */
export function nextStep(record: Incident): StepName | null {
  if (record.state === 'archived') return null
  if (isReportClosed(record)) return 'archive'
  switch (record.state) {
    case 'reserved':
      return 'fillIn'
    case 'handling':
      return missingForSubmission(record).length > 0 ? 'amend' : 'submit'
    case 'submitted':
      return 'verify'
    case 'verified':
      return 'approve'
    default:
      return null
  }
}

function makesSense(step: StepName, record: Incident, reader: Reader): boolean {
  const closed = isReportClosed(record)
  if (step === 'setInjuries') return mayReadInjuries(record, reader)
  if (step === 'approve') return needsApproval(record)
  if (step === 'supplement' || step === 'archive') return closed
  if (step === 'returnForRevision' || step === 'void') return !closed
  return true
}

/** The director alone sends back what waits for the director (domain 7). */
function returners(record: Incident, { role }: Reader, offer: IncidentOffer): IncidentOffer['needsRoles'] {
  if (record.state !== 'verified' || may(role, 'incident.approve')) return offer.needsRoles
  return ['director']
}

const FILLED: Partial<Record<StepName, (record: Incident) => boolean>> = {
  amend: ({ report }) => report.course !== '',
  setDetails: ({ details }) => Object.keys(details).length > 0,
  setParties: ({ parties }) => parties.length > 0,
  setWitnesses: ({ witnesses }) => witnesses.length > 0,
  setInjuries: ({ injuries }) => injuries.length > 0,
  setNotifications: ({ notifications }) => notifications.length > 0,
  setCalls: ({ calls }) => calls.length > 0,
  setLosses: ({ losses }) => losses.length > 0,
  setCompensations: ({ compensations }) => compensations.length > 0,
  setInsurance: ({ insurance }) => insurance !== null,
}

function wasTaken(step: StepName, record: Incident): boolean {
  return FILLED[step]?.(record) ?? false
}
