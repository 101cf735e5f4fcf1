import { useRef, useState } from 'react'
import type { Erasure } from '../../../shared/domain/privacy/types'
import type { BackupOffer, Inspection } from '../../../shared/ipc/restoreChannels'
import type { Refusal, Result } from '../../../shared/util/result'
import type { LedgerReader } from '../../data'
import { countContinuing } from '../../data/restore/restore'
import { desk } from '../../platform/desk'
import { lookBeside, type NewerBackups } from './newer'
import { inspectBackup, type Progress, runRestore } from './run'

/** What besides the backup goes into a restore. */
export interface RestoreSources {
  /** The ledger of the data that is lost, whose entries may go on behind the backup's; null where the backup alone counts. */
  ledger: LedgerReader | null
  /** What was erased by law as far as is known here. */
  erasures: () => Promise<readonly Erasure[]>
  /** There is no office on this machine yet. */
  unused?: boolean
}

/** A backup that was looked into, and how many entries of the ledger continue it. */
export interface Looked {
  offer: BackupOffer
  password: string
  inspection: Inspection
  continuing: number
  /** What lies beside it and is newer. */
  newer: NewerBackups
}

/** Where somebody stands on the way from a file to the restored data. */
export type RestoreStage =
  | { kind: 'choose'; refusal: Refusal | null }
  /** What was typed in vain stays: mostly one letter of it is wrong. */
  | { kind: 'password'; offer: BackupOffer; typed: string; refusal: Refusal | null }
  | { kind: 'preview'; looked: Looked; refusal: Refusal | null }
  | { kind: 'running'; progress: Progress; elapsedMs: number }

export interface Restoring {
  stage: RestoreStage
  chooseFile: () => Promise<void>
  chooseOffer: (offer: BackupOffer) => void
  look: (offer: BackupOffer, password: string) => Promise<void>
  restore: (looked: Looked) => Promise<void>
  cancel: () => void
  again: () => void
}

const FIRST: RestoreStage = { kind: 'choose', refusal: null }

/** The steps of a restore; nothing of the data in use is touched before its last. */
export function useRestore(sources: RestoreSources): Restoring {
  const [stage, show] = useState<RestoreStage>(FIRST)
  const abort = useRef(new AbortController())

  const watched = (phase: Progress['phase']) => {
    abort.current = new AbortController()
    const startedAt = performance.now()
    const onProgress = (progress: Progress) =>
      show({ kind: 'running', progress, elapsedMs: performance.now() - startedAt })
    onProgress({ phase, done: 0, total: 0 })
    return { onProgress, signal: abort.current.signal }
  }
  const choose = (offer: BackupOffer) => show({ kind: 'password', offer, typed: '', refusal: null })
  const chooseFile = async () => {
    const answer = await desk.invoke('restore.choose', {})
    if (!answer.ok) return show({ kind: 'choose', refusal: answer.refusal })
    if (answer.value.offer) choose(answer.value.offer)
  }
  const look = async (offer: BackupOffer, password: string) => {
    const watch = watched('checking')
    const found = await inspectBackup(offer, password, watch)
    if (!found.ok) return show(afterLooking(offer, password, found.refusal))
    const { ledger } = sources
    const continuing = ledger ? await countContinuing(ledger, found.value.to) : 0
    const newer = await lookBeside(offer, password, found.value, watch)
    if (watch.signal.aborted) return show(afterLooking(offer, password, { key: 'restore.cancelled' }))
    const looked = { offer, password, inspection: found.value, continuing, newer }
    show({ kind: 'preview', looked, refusal: null })
  }
  const restore = async (looked: Looked) => {
    const ledger = looked.continuing > 0 ? sources.ledger : null
    const watch = watched('rows')
    const answer: Result<null> = await runRestore({
      ...looked,
      ...watch,
      ledger,
      erasures: [...looked.newer.erasures, ...(await sources.erasures())],
      unused: sources.unused ?? false,
    })
    // Restored, the windows are loading anew: there is nothing left to show.
    if (!answer.ok) show({ kind: 'preview', looked, refusal: answer.refusal })
  }
  return {
    stage,
    chooseFile,
    chooseOffer: choose,
    look,
    restore,
    cancel: () => abort.current.abort(),
    again: () => show(FIRST),
  }
}

/** A wrong password is typed anew; a file that is no good is exchanged for another. */
function afterLooking(offer: BackupOffer, typed: string, refusal: Refusal): RestoreStage {
  const again = refusal.field === 'password' || refusal.key === 'restore.cancelled'
  return again ? { kind: 'password', offer, typed, refusal } : { kind: 'choose', refusal }
}
