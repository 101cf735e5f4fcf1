import { Navigate, Route, Routes, useParams } from 'react-router'
import { instantFromMs } from '../../../../shared/util/civilTime'
import { isMonthId, monthOf } from '../../../../shared/util/months'
import { monthToReview, useQuery } from '../../../data'
import { useNow } from '../../../ui'
import { MonthProvider } from './MonthProvider'
import { MonthScreen } from './MonthScreen'
import { isMonthTab } from './places'

/** 月末审核 (domain 12): `/monthReviews/2026-11/signing`. Without a month it is the one that waits. */
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
  const now = instantFromMs(useNow())
  const month = useQuery((db) => monthToReview(db, now), [monthOf(now)])
  return month && <Navigate to={`/monthReviews/${month}`} replace />
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
