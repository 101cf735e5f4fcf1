import type { StepName } from './actions'

/** Parts of a record in the order of its life, and the steps that open in each. */
export const SECTIONS = {
  intake: ['fillIn', 'amendIntake', 'addComplainant'],
  judgement: ['judge'],
  handling: ['assign', 'recordHandling', 'movePromise', 'suspend', 'resume', 'complete'],
  answers: ['answer'],
  visits: ['recordReturnVisit', 'giveUpVisit'],
  closing: ['verify', 'prepareClosing', 'close'],
} as const satisfies Record<string, readonly StepName[]>
export type SectionName = keyof typeof SECTIONS

/** Steps that open a form in their part; the others ask in a dialog or simply happen. */
export type FormStep = Exclude<(typeof SECTIONS)[SectionName][number], 'resume'>

/** Whether the step opens a form, rather than a dialog (作废, 升级) or nothing (恢复处理). */
export function isFormStep(step: StepName): step is FormStep {
  return (
    step !== 'resume' &&
    Object.values(SECTIONS).some((steps) => (steps as readonly StepName[]).includes(step))
  )
}

/** Steps offered in the menu only. */
export const MENU_STEPS: readonly StepName[] = ['amendIntake', 'movePromise', 'suspend', 'escalate', 'void']
