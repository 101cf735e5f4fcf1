import { Suspense, useSyncExternalStore } from 'react'
import { lazyScreen } from '../../ui'
import { closingStore } from './closingBackup'

const ClosingDialog = lazyScreen(() => import('./ClosingDialog'))

/** 正在备份，完成后自动关闭: seen only where the last backup takes longer than a moment. */
export function ClosingScreen() {
  if (!useSyncExternalStore(closingStore.subscribe, closingStore.isClosing)) return null
  return (
    <Suspense fallback={null}>
      <ClosingDialog />
    </Suspense>
  )
}
