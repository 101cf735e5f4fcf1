import type { Incident } from '../../../../shared/domain/incident/types'
import { archiveIncidentCommand, submitIncidentCommand } from '../../../data'
import type { StepPlaces } from '../../../register/record/places'
import { AmendStep } from '../steps/AmendStep'
import { DetailsStep } from '../steps/DetailsStep'
import { ReturnDialog, VoidIncidentDialog } from '../steps/dialogs'
import { FillInStep } from '../steps/FillInStep'
import { InjuriesStep, PartiesStep, WitnessesStep } from '../steps/PeopleSteps'
import { InsuranceStep } from '../steps/InsuranceStep'
import { CallsStep, CompensationsStep, LossesStep, NotificationsStep } from '../steps/ListSteps'
import { ApproveStep, VerifyStep } from '../steps/ReviewSteps'
import { SupplementStep } from '../steps/SupplementStep'
import type { StepName } from './actions'

/** Where each step of an incident is taken. */
export const INCIDENT_PLACES: StepPlaces<Incident, StepName> = {
  forms: {
    fillIn: FillInStep,
    amend: AmendStep,
    setDetails: DetailsStep,
    setParties: PartiesStep,
    setWitnesses: WitnessesStep,
    setInjuries: InjuriesStep,
    setNotifications: NotificationsStep,
    setCalls: CallsStep,
    setLosses: LossesStep,
    setCompensations: CompensationsStep,
    setInsurance: InsuranceStep,
    verify: VerifyStep,
    approve: ApproveStep,
    supplement: SupplementStep,
  },
  dialogs: { void: VoidIncidentDialog, returnForRevision: ReturnDialog },
  atOnce: { submit: submitIncidentCommand, archive: archiveIncidentCommand },
  menu: ['void'],
  edit: 'amend',
  first: 'fillIn',
}
