import { accept } from '../../shared/util/result'
import type { Ports } from './ports'
import { type HandlersOf, writes } from './types'

/** Copies of the database before a migration, streamed into the ledger. */
export function backupHandlers({ backups }: Ports): HandlersOf<'backup'> {
  return {
    'backup.begin': writes(async ({ label }) => accept({ token: await backups.begin(label) })),
    'backup.append': writes(({ token, chunk }) => backups.append(token, chunk)),
    'backup.finish': writes(({ token }) => backups.finish(token)),
  }
}
