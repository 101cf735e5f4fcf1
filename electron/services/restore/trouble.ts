import { accept, type Result, refuse } from '../../../shared/util/result'
import { BACKUP_VERSION, type BackupManifest } from '../../../shared/schema/backup'
import { DATA_VERSION } from '../../../shared/schema'

/** Where a backup stopped being one, found out by how far its reading came. */
export type Noticed =
  /** The first bytes are not those of an age file, or what it holds is no backup of ours. */
  | { kind: 'foreign' }
  /** The password does not open it: another one, or its first bytes were changed. */
  | { kind: 'password' }
  /** Bytes before `at` are not as they were written. */
  | { kind: 'damaged'; at: number }
  /** It ends before its end, or its last part was changed. */
  | { kind: 'truncated' }

/** Thrown by whatever reads a backup; becomes a refusal at the border. */
export class BackupTrouble extends Error {
  override name = 'BackupTrouble'

  constructor(readonly noticed: Noticed) {
    super(noticed.kind)
  }
}

/** What is known of a backup from the `index.json` beside it. */
export interface Listed {
  bytes: number
  sheetId: string
}

const MEGABYTE = 1024 * 1024

/**
 * The sentence for a trouble. Refuses restore.notBackup, restore.wrongPassword, restore.otherSheet `{ sheet }`,
 * restore.damaged `{ at }` (MB from its beginning), restore.truncated, restore.shorter `{ bytes, listed }` (MB).
 */
export function refusalOfTrouble(
  { noticed }: BackupTrouble,
  size: number,
  listed: Listed | null,
): Result<never> {
  const shorter = listed !== null && size < listed.bytes
  if (shorter && (noticed.kind === 'truncated' || noticed.kind === 'damaged')) {
    return refuse('restore.shorter', undefined, { bytes: megabytes(size), listed: megabytes(listed.bytes) })
  }
  switch (noticed.kind) {
    case 'foreign':
      return refuse('restore.notBackup')
    case 'password':
      return refuse('restore.wrongPassword', 'password')
    case 'damaged':
      return refuse('restore.damaged', undefined, { at: megabytes(noticed.at) })
    case 'truncated':
      return refuse('restore.truncated')
  }
}

/** Refuses restore.newerFormat `{ version }`, restore.newerData `{ version, supported }`; older data is migrated. */
export function checkVersions({
  version,
  dataVersion,
}: Pick<BackupManifest, 'version' | 'dataVersion'>): Result<null> {
  if (version > BACKUP_VERSION) return refuse('restore.newerFormat', undefined, { version })
  if (dataVersion <= DATA_VERSION) return accept(null)
  return refuse('restore.newerData', undefined, { version: dataVersion, supported: DATA_VERSION })
}

function megabytes(bytes: number): string {
  return (bytes / MEGABYTE).toFixed(1)
}
