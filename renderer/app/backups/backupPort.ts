import type { BackupPort } from '../../data/backup/makeBackup'
import { desk } from '../../platform/desk'

/** A backup's way to main, which seals and keeps it. */
export const backupPort: BackupPort = {
  appVersion: async () => {
    const info = await desk.invoke('app.info', {})
    return info.ok ? info.value.version : ''
  },
  begin: (reason, office) => desk.invoke('backup.begin', { reason, office }),
  add: (token, name, content, rows) => desk.invoke('backup.add', { token, name, content, rows }),
  finish: (token, ending) => desk.invoke('backup.finish', { token, ...ending }),
  cancel: () => desk.invoke('backup.cancel', {}),
}
