import type { MonthId } from '../../../../shared/util/months'
import { ScreenBody } from '../../../ui'
import { Notes } from './Notes'
import { PlanTable } from './PlanTable'
import { usePlan } from './usePlan'

/** 年度服务计划 (domain 12): every recurring duty with its frequency, target and done; what is noted by hand below. */
export default function PlanTab({ month }: { month: MonthId }) {
  const plan = usePlan(month)
  if (!plan) return null
  return (
    <ScreenBody>
      <PlanTable lines={plan.lines} month={month} />
      <Notes month={month} ticks={plan.ticks} />
    </ScreenBody>
  )
}
