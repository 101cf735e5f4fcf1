import { useEffect } from 'react'
import type { DeskData } from '../data'
import { desk } from '../platform/desk'
import { dispatchCommand, refreshNow } from '../ui'
import { backUpBeforeClosing } from './backups/closingBackup'

/**
 * The window is about to go: forms write their drafts on `pagehide`. A read of the same table waits its turn behind
 * those writes, so once it answers they are done. The sentinel follows.
 */
async function settle(data: DeskData): Promise<void> {
  window.dispatchEvent(new Event('pagehide'))
  if (data.db.isOpen()) await data.db.of('drafts').count()
  await data.settle()
}

/** Hands the menu's commands to the screen, reads the clock anew after sleep, and saves drafts before closing. */
export function useBridgeEvents(data: DeskData): void {
  useEffect(() => {
    const off = [
      desk.on('menu', ({ command }) => void dispatchCommand(command)),
      desk.on('resume', () => refreshNow()),
      // A hash route: forms that are left keep their drafts as they do on any other way.
      desk.on('openRoute', ({ route }) => {
        location.hash = `#${route}`
      }),
      desk.on('closing', () => {
        void settle(data)
          .then(() => backUpBeforeClosing(data))
          .finally(() => void desk.invoke('window.mayClose', {}))
      }),
    ]
    return () => {
      for (const stop of off) stop()
    }
  }, [data])
}
