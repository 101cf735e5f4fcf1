import { chainEnd } from '../core/chain'
import type { DeskDatabase } from '../core/database'
import type { JournalStatus } from '../../../shared/ipc/channels'
import { accept, type Result } from '../../../shared/util/result'
import type { StartState } from './openDatabase'

/** How much of the chain a database holds. */
export interface Wholeness {
  /** Entries of this device up to the end of its chain. */
  held: number
  lastSeq: number
}

/**
 * Counts the entries of this device's chain. The end of the chain proves nothing about what lies before it: a damaged
 * manifest can take Chromium's database back to an older state with the newest writes on top (quality 1). Counted on the
 * key alone: 0.2 s with 100,000 entries, and so not before the first screen.
 */
export async function wholenessOf(db: DeskDatabase): Promise<Wholeness> {
  const { chain, deviceId } = await chainEnd(db)
  if (!chain) return { held: 0, lastSeq: 0 }
  const own = db.of('audit').where('[deviceId+seq]').between([deviceId, 1], [deviceId, chain.seq], true, true)
  return { held: await own.count(), lastSeq: chain.seq }
}

/**
 * What the recovery screen is to say of a database that opened with the right end and lacks something before it, or
 * cannot be read there; null where the chain is whole.
 */
export async function findHoles(
  db: DeskDatabase,
  ledgerStatus: () => Promise<Result<JournalStatus>>,
): Promise<StartState | null> {
  let found: Wholeness | null = null
  try {
    found = await wholenessOf(db)
  } catch (error) {
    // Closed by the window's end or by a recovery: nobody is to be told.
    if (error instanceof Error && error.name === 'DatabaseClosedError') return null
  }
  if (found && found.held === found.lastSeq) return null
  const status = await ledgerStatus()
  const ledger = status.ok
    ? { ...status.value, problems: status.value.problems.length }
    : { lastSeq: found?.lastSeq ?? 0, sentinel: null, problems: 0 }
  return { kind: 'recovery', why: 'hollow', databaseSeq: found?.held ?? 0, ledger }
}

/**
 * What the recovery screen is to say where the director asks for a database made anew from the ledger, because some of
 * its rows are damaged. Refuses as `journal.status`.
 */
export async function rowsDamaged(
  db: DeskDatabase,
  ledgerStatus: () => Promise<Result<JournalStatus>>,
): Promise<Result<StartState>> {
  const status = await ledgerStatus()
  if (!status.ok) return status
  const { chain } = await chainEnd(db)
  const ledger = { ...status.value, problems: status.value.problems.length }
  return accept({ kind: 'recovery', why: 'rows', databaseSeq: chain?.seq ?? 0, ledger })
}

/**
 * What the recovery screen is to say where Chromium emptied or closed the database while the desk was open: nothing of
 * it is relied upon. Refuses as `journal.status`.
 */
export async function databaseLost(
  ledgerStatus: () => Promise<Result<JournalStatus>>,
): Promise<Result<StartState>> {
  const status = await ledgerStatus()
  if (!status.ok) return status
  const ledger = { ...status.value, problems: status.value.problems.length }
  return accept({ kind: 'recovery', why: 'unreadable', databaseSeq: 0, ledger })
}
