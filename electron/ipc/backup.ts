import { accept } from '../../shared/util/result'
import type { Ports } from './ports'
import { type HandlersOf, writes } from './types'

/** Copies of the database before a migration, streamed into the ledger. */
export function backupHandlers(ports: Ports): HandlersOf<'backup'> {
  return {
    'backup.begin': writes(async ({ label }) => accept({ token: await ports.backups.begin(label) })),
    'backup.append': writes(({ token, chunk }) => ports.backups.append(token, chunk)),
    'backup.finish': writes(({ token }) => ports.backups.finish(token)),
  }
}
