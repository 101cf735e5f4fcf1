import { createContext, use } from 'react'

/** Whether list and record take turns (a narrow SplitView): then one click on a row has to open it. */
export const TwoStepsContext = createContext(false)

/** Whether the list stands in a view of two steps. */
export function useTwoSteps(): boolean {
  return use(TwoStepsContext)
}
