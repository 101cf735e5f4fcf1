import { lazy, Suspense } from 'react'
import type { Complaint } from '../../../../shared/domain/complaint/types'

// The print engine and its fonts are heavy: they come with the first print.
const ComplaintPrint = lazy(() => import('./ComplaintPrint'))

/** The print dialog of a record, fetched when it is first opened. */
export function LazyPrint({ record, onClose }: { record: Complaint; onClose: () => void }) {
  return (
    <Suspense fallback={null}>
      <ComplaintPrint record={record} onClose={onClose} />
    </Suspense>
  )
}
