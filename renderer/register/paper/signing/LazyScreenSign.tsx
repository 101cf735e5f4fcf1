import { lazy, Suspense } from 'react'
import type { ScreenSignProps } from './ScreenSignDialog'

// Few forms are signed on the screen: the pad comes with the first.
const ScreenSignDialog = lazy(() => import('./ScreenSignDialog'))

/** 屏幕签字, fetched when it is first opened. */
export function LazyScreenSign(props: ScreenSignProps) {
  return (
    <Suspense fallback={null}>
      <ScreenSignDialog {...props} />
    </Suspense>
  )
}
