import { Navigate, Route, Routes, useParams } from 'react-router'
import { instantFromMs } from '../../../../shared/util/civilTime'
import { isMonthId } from '../../../../shared/util/months'
import { useNow } from '../../../ui'
import { MonthProvider } from './MonthProvider'
import { MonthScreen } from './MonthScreen'
import { isMonthTab, presentMonth } from './places'

/** 月末审核 (domain 12): `/monthReviews/2026-11/signing`. Without a month it is the one that is to be looked at now. */
export function MonthReviewsScreen() {
  return (
    <Routes>
      <Route index element={<ToPresent />} />
      <Route path=":month" element={<OneMonth />} />
      <Route path=":month/:tab" element={<OneMonth />} />
      <Route path="*" element={<ToPresent />} />
    </Routes>
  )
}

function ToPresent() {
  return <Navigate to={`/monthReviews/${presentMonth(instantFromMs(useNow()))}`} replace />
}

function OneMonth() {
  const { month = '', tab = 'checklist' } = useParams()
  if (!isMonthId(month) || !isMonthTab(tab)) return <ToPresent />
  return (
    <MonthProvider month={month}>
      <MonthScreen tab={tab} />
    </MonthProvider>
  )
}
