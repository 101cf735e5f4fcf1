import type { LostItem } from '../../../../shared/domain/lostItem/types'
import type { StepDialogProps, StepPlaces } from '../../../register/record/places'
import { VoidDialog } from '../../../register/record/VoidDialog'
import type { ItemStep } from './actions'
import { ClaimStep, StateClaimStep } from './ClaimSteps'
import { AmendStep, FillInStep } from './IntakeSteps'
import { LOST_ITEM } from './kind'
import { DecideStep, DisposeStep, HandOverStep } from './LeavingSteps'
import { PublishStep } from './PublishStep'

function VoidItemDialog(props: StepDialogProps<LostItem>) {
  return <VoidDialog {...props} kind={LOST_ITEM} />
}

/** Where each step of a found item is taken. */
export const ITEM_PLACES: StepPlaces<LostItem, ItemStep> = {
  forms: {
    fillIn: FillInStep,
    amendIntake: AmendStep,
    publish: PublishStep,
    stateClaim: StateClaimStep,
    claim: ClaimStep,
    decide: DecideStep,
    handOver: HandOverStep,
    dispose: DisposeStep,
  },
  dialogs: { void: VoidItemDialog },
  menu: ['amendIntake', 'void'],
  edit: 'amendIntake',
  first: 'fillIn',
}
