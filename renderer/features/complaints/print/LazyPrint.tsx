import { lazy, Suspense } from 'react'
import type { ComplaintPrintProps } from './ComplaintPrint'

// The print engine and its fonts are heavy: they come with the first print.
const ComplaintPrint = lazy(() => import('./ComplaintPrint'))

/** The print dialog of a record, fetched when it is first opened. */
export function LazyPrint(props: ComplaintPrintProps) {
  return (
    <Suspense fallback={null}>
      <ComplaintPrint {...props} />
    </Suspense>
  )
}
