import { lazy, Suspense } from 'react'
import type { PreviewDialogProps } from './PreviewDialog'

// The PDF reader is heavy: it comes with the first preview.
const PreviewDialog = lazy(() => import('./PreviewDialog'))

/** The preview of attachments, fetched when it is first opened. */
export function LazyPreview(props: PreviewDialogProps) {
  return (
    <Suspense fallback={null}>
      <PreviewDialog {...props} />
    </Suspense>
  )
}
