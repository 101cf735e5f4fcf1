import { appHandlers } from './app'
import { attachmentsHandlers } from './attachments'
import { backupHandlers, copyHandlers } from './backup'
import { datasetHandlers } from './datasets'
import { diskHandlers } from './disk'
import { filesHandlers } from './files'
import { journalHandlers } from './journal'
import { leavingHandlers } from './leaving'
import { logHandlers } from './log'
import { notifyHandlers } from './notify'
import { pinHandlers } from './pin'
import type { Ports } from './ports'
import { printingHandlers } from './printing'
import { privacyHandlers } from './privacy'
import { restoreHandlers } from './restore'
import { scanFolderHandlers } from './scanFolder'
import { syncHandlers } from './sync'
import type { Handlers } from './types'
import { troubleHandlers } from './trouble'
import { vaultHandlers } from './vault'
import { windowHandlers } from './window'

/** Every channel of `shared/ipc` with its handler; a missing one does not compile. */
export function allHandlers(ports: Ports): Handlers {
  return {
    ...appHandlers(ports),
    ...windowHandlers(ports),
    ...notifyHandlers(ports),
    ...journalHandlers(ports),
    ...diskHandlers(ports),
    ...pinHandlers(),
    ...printingHandlers(ports),
    ...filesHandlers(ports),
    ...attachmentsHandlers(ports),
    ...privacyHandlers(ports),
    ...scanFolderHandlers(ports),
    ...copyHandlers(ports),
    ...backupHandlers(ports),
    ...vaultHandlers(ports),
    ...datasetHandlers(ports),
    ...restoreHandlers(ports),
    ...leavingHandlers(ports),
    ...syncHandlers(ports),
    ...troubleHandlers(ports),
    ...logHandlers(ports),
  }
}
