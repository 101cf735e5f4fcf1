import { lazy, Suspense } from 'react'
import type { RegisterTable } from '../../data'
import type { RecordPrintProps } from './RecordPrint'

// The print engine and its fonts are heavy: they come with the first print.
const RecordPrint = lazy(() => import('./RecordPrint')) as unknown as <N extends RegisterTable>(
  props: RecordPrintProps<N>,
) => React.JSX.Element

/** The print dialog of a record, fetched when it is first opened. */
export function LazyPrint<N extends RegisterTable>(props: RecordPrintProps<N>) {
  return (
    <Suspense fallback={null}>
      <RecordPrint {...props} />
    </Suspense>
  )
}
