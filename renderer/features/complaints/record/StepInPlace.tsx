import { AddComplainantStep } from '../people/AddComplainantStep'
import { AmendStep } from '../steps/AmendStep'
import { AnswerStep } from '../steps/AnswerStep'
import { AssignStep } from '../steps/AssignStep'
import { CloseStep, PrepareClosingStep, VerifyStep } from '../steps/ClosingSteps'
import { CompleteStep, RecordHandlingStep } from '../steps/HandlingSteps'
import { FillInStep } from '../steps/FillInStep'
import { GiveUpVisitStep } from '../steps/GiveUpVisitStep'
import { JudgeStep } from '../steps/JudgeStep'
import { MovePromiseStep, SuspendStep } from '../steps/PauseSteps'
import { ReturnVisitStep } from '../steps/ReturnVisitStep'
import type { StepProps } from '../steps/ComplaintStep'
import type { FormStep } from './sections'

interface StepInPlaceProps extends StepProps {
  step: FormStep
  /** A 不满意 opened another record. */
  onLinked: (id: string) => void
}

/** The form of a step. */
export function StepInPlace({ step, onLinked, ...props }: StepInPlaceProps) {
  switch (step) {
    case 'fillIn':
      return <FillInStep {...props} />
    case 'amendIntake':
      return <AmendStep {...props} />
    case 'addComplainant':
      return <AddComplainantStep {...props} />
    case 'judge':
      return <JudgeStep {...props} />
    case 'assign':
      return <AssignStep {...props} />
    case 'recordHandling':
      return <RecordHandlingStep {...props} />
    case 'movePromise':
      return <MovePromiseStep {...props} />
    case 'suspend':
      return <SuspendStep {...props} />
    case 'complete':
      return <CompleteStep {...props} />
    case 'answer':
      return <AnswerStep {...props} />
    case 'recordReturnVisit':
      return <ReturnVisitStep {...props} onLinked={onLinked} />
    case 'giveUpVisit':
      return <GiveUpVisitStep {...props} />
    case 'verify':
      return <VerifyStep {...props} />
    case 'prepareClosing':
      return <PrepareClosingStep {...props} />
    case 'close':
      return <CloseStep {...props} />
  }
}
