import { BACKUP_ENTRIES, backupEndSchema, type BackupListing } from '../../../shared/schema/backup'
import type { Place } from './place'
import { readArchive } from './readArchive'

/** The attachments that a backup names, read from its end; null where it cannot be read (an older password). */
export async function filesOfBackup(
  place: Place,
  { name }: BackupListing,
  password: string,
): Promise<string[] | null> {
  try {
    for await (const entry of readArchive(place.bytesOf(place.pathOf(name)), password)) {
      if (entry.name !== BACKUP_ENTRIES.end) continue
      const parts: Uint8Array[] = []
      for await (const part of entry.content) parts.push(part)
      return backupEndSchema.parse(JSON.parse(Buffer.concat(parts).toString('utf8'))).attachments
    }
  } catch {
    return null
  }
  return null
}
