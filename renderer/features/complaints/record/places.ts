import type { Complaint } from '../../../../shared/domain/complaint/types'
import { resumeCommand } from '../../../data'
import type { StepPlaces } from '../../../register/record/places'
import { AddComplainantStep } from '../people/AddComplainantStep'
import { AmendStep } from '../steps/AmendStep'
import { AnswerStep } from '../steps/AnswerStep'
import { AssignStep } from '../steps/AssignStep'
import { CloseStep, PrepareClosingStep, VerifyStep } from '../steps/ClosingSteps'
import { EscalateDialog, VoidComplaintDialog } from '../steps/dialogs'
import { FillInStep } from '../steps/FillInStep'
import { GiveUpVisitStep } from '../steps/GiveUpVisitStep'
import { CompleteStep, RecordHandlingStep } from '../steps/HandlingSteps'
import { JudgeStep } from '../steps/JudgeStep'
import { MovePromiseStep, SuspendStep } from '../steps/PauseSteps'
import { ReturnVisitStep } from '../steps/ReturnVisitStep'
import type { StepName } from './actions'

/** Where each step of a complaint is taken. */
export const COMPLAINT_PLACES: StepPlaces<Complaint, StepName> = {
  forms: {
    fillIn: FillInStep,
    amendIntake: AmendStep,
    addComplainant: AddComplainantStep,
    judge: JudgeStep,
    assign: AssignStep,
    recordHandling: RecordHandlingStep,
    movePromise: MovePromiseStep,
    suspend: SuspendStep,
    complete: CompleteStep,
    answer: AnswerStep,
    recordReturnVisit: ReturnVisitStep,
    giveUpVisit: GiveUpVisitStep,
    verify: VerifyStep,
    prepareClosing: PrepareClosingStep,
    close: CloseStep,
  },
  dialogs: { void: VoidComplaintDialog, escalate: EscalateDialog },
  atOnce: { resume: resumeCommand },
  menu: ['amendIntake', 'movePromise', 'suspend', 'escalate', 'void'],
  edit: 'amendIntake',
  first: 'fillIn',
}
