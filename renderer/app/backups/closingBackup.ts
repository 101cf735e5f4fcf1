import type { DeskData } from '../../data'
import { desk } from '../../platform/desk'

let ready = 0
let closing = false
const listeners = new Set<() => void>()

/** The database is whole and open: it may be backed up. To be undone when it no longer is. */
export function keepReady(): () => void {
  ready += 1
  return () => {
    ready -= 1
  }
}

/** Whether this window waits for its last backup; for `useSyncExternalStore`. */
export const closingStore = {
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  isClosing: (): boolean => closing,
}

/** The backup before the desk closes, where anything was written since the last. It never keeps anybody from closing. */
export async function backUpBeforeClosing(data: DeskData): Promise<void> {
  if (ready === 0 || !data.ports.archive) return
  const asked = await desk.invoke('backup.atClosing', {})
  if (!asked.ok || !asked.value.wanted) return
  closing = true
  for (const listener of listeners) listener()
  await data.makeBackup('closing')
}

/** 不等了: the desk closes without. */
export function closeWithoutBackup(): void {
  void desk.invoke('backup.cancel', {}).finally(() => void desk.invoke('window.mayClose', {}))
}
