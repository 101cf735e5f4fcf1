import { chainEnd } from '../core/chain'
import type { DeskDatabase } from '../core/database'
import type { JournalStatus } from '../../../shared/ipc/channels'
import { accept, type Result } from '../../../shared/util/result'
import { withoutDetail } from '../privacy/untold'
import type { StartState } from './openDatabase'

/** How much of the chain a database holds. */
export interface Wholeness {
  /** Entries of this device up to the end of its chain. */
  held: number
  lastSeq: number
  /** Of its newest entries, how many lack the detail that was written with them. */
  untold: number
}

/** Entries whose details are looked for at every start; the self-check looks for all of them. */
const NEWEST = 500

/**
 * Counts the entries of this device's chain. The end of the chain proves nothing about what lies before it: a damaged
 * manifest can take Chromium's database back to an older state with the newest writes on top (quality 1). Counted on the
 * key alone: 0.2 s with 100,000 entries, and so not before the first screen. Details lie by themselves, and may be gone
 * by themselves where a block of them is damaged: those of the newest entries are looked for.
 */
export async function wholenessOf(db: DeskDatabase): Promise<Wholeness> {
  const { chain, deviceId, replicating } = await chainEnd(db)
  if (!chain) return { held: 0, lastSeq: 0, untold: 0 }
  const between = (from: number) =>
    db.of('audit').where('[deviceId+seq]').between([deviceId, from], [deviceId, chain.seq], true, true)
  const held = await between(1).count()
  // What another machine erased by law may have gone here before the list of it came: that stops no desk.
  const newest = replicating ? [] : await between(Math.max(1, chain.seq - NEWEST + 1)).toArray()
  return { held, lastSeq: chain.seq, untold: (await withoutDetail(db, newest)).length }
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
  if (found && found.held === found.lastSeq && found.untold === 0) return null
  const status = await ledgerStatus()
  const ledger = status.ok
    ? { ...status.value, problems: status.value.problems.length }
    : { lastSeq: found?.lastSeq ?? 0, sentinel: null, problems: 0 }
  return { kind: 'recovery', why: 'hollow', databaseSeq: found ? found.held - found.untold : 0, ledger }
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
