import { accept } from '../../shared/util/result'
import type { Ports } from './ports'
import { type HandlersOf, reads, writes } from './types'

/** Plain copies of the database before a migration, where there is no vault; streamed into the ledger. */
export function copyHandlers(ports: Ports): HandlersOf<'copy'> {
  return {
    'copy.begin': writes(async ({ label }) => accept({ token: await ports.backups.begin(label) })),
    'copy.append': writes(({ token, chunk }) => ports.backups.append(token, chunk)),
    'copy.finish': writes(({ token }) => ports.backups.finish(token)),
  }
}

/** Backups: the page streams its rows, main seals and keeps them. The page names no path. */
export function backupHandlers(ports: Ports): HandlersOf<'backup'> {
  return {
    'backup.state': reads(async () => accept(await ports.archives.state())),
    'backup.begin': writes(async ({ reason, office }) => {
      const { lastSeq } = await ports.ledger.journal.status()
      return ports.archives.begin(reason, office, lastSeq)
    }),
    'backup.add': writes(({ token, name, content, rows }) => ports.archives.add(token, name, content, rows)),
    'backup.finish': writes(({ token, ...ending }) => ports.archives.finish(token, ending)),
    'backup.cancel': writes(async () => {
      await ports.archives.cancel()
      return accept({})
    }),
    'backup.mend': writes(() => ports.archives.mend()),
    'backup.chooseSecond': writes(async ({ office }, { window }) => {
      const root = await ports.askFolder(window)
      const chosen = root === null ? accept({}) : await ports.archives.chooseSecond(root, office)
      return chosen.ok ? accept(await ports.archives.state()) : chosen
    }),
    'backup.forgetSecond': writes(async () => {
      await ports.archives.forgetSecond()
      return accept(await ports.archives.state())
    }),
    'backup.atClosing': reads(async (_input, { window }) => {
      const wanted = await isWanted(ports)
      return accept({ wanted: wanted && ports.keepForBackup(window) })
    }),
  }
}

/** Whether anything was written since the newest backup, and there is a key to seal it with. */
async function isWanted({ vault, ledger, archives }: Ports): Promise<boolean> {
  if ((await vault.state()).kind !== 'open') return false
  const [{ lastSeq }, saved] = await Promise.all([ledger.journal.status(), archives.lastSeq()])
  return lastSeq > 0 && lastSeq !== saved
}
