import type { Erasure } from '../../../shared/domain/privacy/types'
import type { BackupOffer, Inspection } from '../../../shared/ipc/restoreChannels'
import { erasureSchema } from '../../../shared/schema'
import { BACKUP_ENTRIES, backupManifestSchema } from '../../../shared/schema/backup'
import { desk } from '../../platform/desk'
import type { Progress } from './run'

/** What lies beside a backup and was made after it. */
export interface NewerBackups {
  /** Newest first. */
  offers: readonly BackupOffer[]
  /** What was erased by law by the time of the newest that could be opened. */
  erasures: readonly Erasure[]
  /** A newer one than that could not be opened: what was erased before it may come back. */
  closed: boolean
}

export const NOTHING_NEWER: NewerBackups = { offers: [], erasures: [], closed: false }

/** Backups that are tried: each costs the time that its password takes, and the list only grows. */
const TRIED = 3

interface Watch {
  onProgress: (progress: Progress) => void
  signal: AbortSignal
}

/**
 * What newer backups of the same office in the same folder know of erasures since (domain 13): on another machine an
 * older backup would bring back what was deleted, though its list lies beside. Opened with the same password.
 */
export async function lookBeside(
  offer: BackupOffer,
  password: string,
  { officeId, madeAt }: Inspection,
  watch: Watch,
): Promise<NewerBackups> {
  const answer = await desk.invoke('restore.newer', { token: offer.token, officeId, madeAt })
  if (!answer.ok) return NOTHING_NEWER
  const { offers } = answer.value
  for (const [place, newer] of offers.slice(0, TRIED).entries()) {
    const erasures = watch.signal.aborted ? null : await erasuresIn(newer, password, officeId, watch)
    if (erasures) return { offers, erasures, closed: place > 0 }
  }
  return { offers, erasures: [], closed: offers.length > 0 }
}

/** The list of one backup; null where it cannot be read or is of another office. */
async function erasuresIn(
  { token }: BackupOffer,
  password: string,
  officeId: string,
  { onProgress, signal }: Watch,
): Promise<Erasure[] | null> {
  const begun = await desk.invoke('restore.begin', { token, password, purpose: 'erasures' })
  if (!begun.ok) return null
  const found: Erasure[] = []
  let known = false
  for (;;) {
    if (signal.aborted) {
      await desk.invoke('restore.end', { token })
      return null
    }
    const answer = await desk.invoke('restore.more', { token })
    if (!answer.ok) return null
    const { entries, at, bytes, done } = answer.value
    for (const { name, text } of entries) {
      if (name === BACKUP_ENTRIES.manifest) known = isOf(text, officeId)
      else found.push(...erasuresOf(text))
    }
    if (done) return known ? found : null
    onProgress({ phase: 'checking', done: at, total: bytes })
  }
}

function isOf(manifest: string, officeId: string): boolean {
  const read = backupManifestSchema.safeParse(JSON.parse(manifest))
  return read.success && read.data.officeId === officeId
}

function erasuresOf(text: string): Erasure[] {
  const rows = text.split('\n').filter((line) => line !== '')
  return rows.flatMap((line) => {
    const read = erasureSchema.safeParse(JSON.parse(line))
    return read.success ? [read.data] : []
  })
}
