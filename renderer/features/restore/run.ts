import type { Erasure } from '../../../shared/domain/privacy/types'
import type { BackupOffer, Inspection } from '../../../shared/ipc/restoreChannels'
import { accept, type Result, refuse } from '../../../shared/util/result'
import type { LedgerReader } from '../../data'
// Past the door of the data layer: what is behind it is fetched with the first screen, and this is for rare days.
import { removeDatabase, restoreInto } from '../../data/restore/restore'
import { desk } from '../../platform/desk'

/** How far a part of a restore is: bytes read, or files brought. */
export interface Progress {
  phase: 'checking' | 'rows' | 'files' | 'switching'
  done: number
  total: number
}

interface Watched {
  onProgress: (progress: Progress) => void
  signal: AbortSignal
}

/** Files brought in one request. */
const FILES = 20

/** Reads a backup through once: what is in it. Refuses as `restore.more`, restore.cancelled. */
export async function inspectBackup(
  { token }: BackupOffer,
  password: string,
  { onProgress, signal }: Watched,
): Promise<Result<Inspection>> {
  const begun = await desk.invoke('restore.begin', { token, password, purpose: 'inspect' })
  if (!begun.ok) return begun
  for (;;) {
    if (signal.aborted) {
      await desk.invoke('restore.end', { token })
      return refuse('restore.cancelled')
    }
    const answer = await desk.invoke('restore.more', { token })
    if (!answer.ok) return answer
    const { at, bytes, inspection } = answer.value
    if (inspection) return accept(inspection)
    onProgress({ phase: 'checking', done: at, total: bytes })
  }
}

/** What is restored, and what besides the backup goes into it. */
export interface RestoreOrder extends Watched {
  offer: BackupOffer
  password: string
  inspection: Inspection
  /** The ledger in use, where its entries are to go on behind the backup's. */
  ledger: LedgerReader | null
  erasures: readonly Erasure[]
  /** There is no office yet: what is replaced was never used, and nobody is to be asked about it later. */
  unused?: boolean
}

/**
 * Restores a backup into a dataset of its own and switches over to it: the windows load anew. Until the switch nothing
 * of the data in use is touched, and what was begun is removed. Refuses as `restoreInto` and `restore.attachments`.
 */
export async function runRestore(order: RestoreOrder): Promise<Result<null>> {
  await removeStaged()
  const staged = await desk.invoke('dataset.stage', {})
  if (!staged.ok) return staged
  const { id, database } = staged.value
  const filled = await fill(order, id, database)
  const switched = filled.ok
    ? await desk.invoke('dataset.activate', { id, unused: order.unused ?? false })
    : filled
  if (switched.ok) return accept(null)
  await desk.invoke('restore.end', { token: order.offer.token })
  await removeStaged()
  return switched
}

/** Removes what restores have left that were broken off before their switch. */
export async function removeStaged(): Promise<void> {
  const listed = await desk.invoke('dataset.list', {})
  if (!listed.ok) return
  for (const { id, database } of listed.value.staged) {
    await removeDatabase(database)
    await desk.invoke('dataset.remove', { id })
  }
}

async function fill(order: RestoreOrder, dataset: string, database: string): Promise<Result<null>> {
  const { offer, password, inspection, onProgress, signal } = order
  const { token, name } = offer
  const adopted = await desk.invoke('restore.adopt', { token, dataset })
  if (!adopted.ok) return adopted
  const begun = await desk.invoke('restore.begin', { token, password, purpose: 'read' })
  if (!begun.ok) return begun
  const restored = await restoreInto({
    database,
    fieldKey: adopted.value.key,
    source: { more: () => desk.invoke('restore.more', { token }) },
    backup: { name, madeAt: inspection.madeAt },
    now: new Date().toISOString(),
    ledger: order.ledger,
    erasures: order.erasures,
    signal,
    onProgress: (done, total) => onProgress({ phase: 'rows', done, total }),
  })
  if (!restored.ok) return restored
  const brought = await bringFiles(order, dataset, restored.value.files)
  if (brought.ok) onProgress({ phase: 'switching', done: 1, total: 1 })
  return brought
}

async function bringFiles(
  { offer, onProgress, signal }: RestoreOrder,
  dataset: string,
  files: readonly string[],
): Promise<Result<null>> {
  for (let at = 0; at < files.length; at += FILES) {
    if (signal.aborted) return refuse('restore.cancelled')
    const sha256 = files.slice(at, at + FILES)
    const answer = await desk.invoke('restore.attachments', { token: offer.token, dataset, sha256 })
    if (!answer.ok) return answer
    onProgress({ phase: 'files', done: at + sha256.length, total: files.length })
  }
  return signal.aborted ? refuse('restore.cancelled') : accept(null)
}
