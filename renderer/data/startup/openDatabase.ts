import type { Office } from '../../../shared/domain/office/types'
import type { JournalStatus, Sentinel } from '../../../shared/ipc/channels'
import { checkDataVersion, DATA_VERSION } from '../../../shared/schema/dataVersion'
import { accept, type Result } from '../../../shared/util/result'
import type { DeskDatabase } from '../core/database'
import { keyTroubleOf } from '../core/sealMark'
import type { ChainState } from '../core/tables'

/** What the database and the ledger say about each other at start (quality 1). */
export type StartState =
  | { kind: 'firstStart' }
  | { kind: 'ready'; office: Office }
  /** The database is empty, shorter than the ledger, or another one: nothing may be registered before somebody decides. */
  | {
      kind: 'recovery'
      /**
       * `hollow`: its end is right, and something before it is missing. `rows`: some rows are damaged, and the director
       * asks for a database made anew.
       */
      why: 'empty' | 'short' | 'fork' | 'unreadable' | 'hollow' | 'rows'
      databaseSeq: number
      ledger: LedgerFacts
    }
  /** The ledger lacks entries that the database no longer holds as lines: it must be written anew. */
  | { kind: 'ledgerLost'; databaseSeq: number; ledger: LedgerFacts }
  /** It came from a backup and has no ledger yet, or only a part of it: that is written anew without asking. */
  | { kind: 'restored' }
  /** The rows are sealed and this machine does not hold their key: the 《恢复单》 is asked for. */
  | { kind: 'vaultLocked'; damaged: boolean; sheetId: string | null }
  | { kind: 'newerData'; stored: number; supported: number }
  | { kind: 'migrate'; stored: number; supported: number }

/** What the ledger knows, for the recovery screen. */
export interface LedgerFacts {
  lastSeq: number
  sentinel: Sentinel | null
  problems: number
}

interface DatabaseFacts {
  office: Office | null
  chain: ChainState | null
  version: number | null
  /** Sequence numbers of the lines that main has not acknowledged. */
  waiting: readonly number[]
}

/** Name of Dexie's error for a database made by a newer release than this one. */
const NEWER = 'VersionError'

/** All as it stood at one moment: another window may be writing. */
function readFacts(db: DeskDatabase): Promise<DatabaseFacts> {
  return db.transaction('r', ['office', 'meta', 'pendingJournal'], async () => {
    const [office, chain, version, waiting] = await Promise.all([
      db.of('office').toCollection().first(),
      db.of('meta').get('chain'),
      db.of('meta').get('dataVersion'),
      db.of('pendingJournal').toCollection().primaryKeys(),
    ])
    return {
      office: office ?? null,
      chain: (chain?.value as ChainState | undefined) ?? null,
      version: (version?.value as number | undefined) ?? null,
      waiting: waiting as number[],
    }
  })
}

/**
 * Decides what the first screen is. A database that opens empty or shorter than the ledger never becomes a
 * fresh start: Chromium answers a damaged profile with a silently empty database.
 * @param ledger as it stood before the database was looked at.
 * @param askAgain how it stands now: what another window gave it meanwhile waits in the database no more.
 */
export async function openDatabase(
  db: DeskDatabase,
  ledger: JournalStatus,
  askAgain: () => Promise<Result<JournalStatus>> = async () => accept(ledger),
): Promise<StartState> {
  const known = factsOf(ledger)
  let facts: DatabaseFacts
  try {
    await db.open()
    const trouble = await keyTroubleOf(db)
    // The vault is gone, and with it the key: whoever has the 《恢复单》 restores a backup.
    if (trouble === 'missing') return { kind: 'vaultLocked', damaged: true, sheetId: null }
    if (trouble === 'other') return { kind: 'recovery', why: 'unreadable', databaseSeq: 0, ledger: known }
    facts = await readFacts(db)
  } catch (error) {
    if (error instanceof Error && error.name === NEWER) return newer(Number.NaN)
    return { kind: 'recovery', why: 'unreadable', databaseSeq: 0, ledger: known }
  }
  const ledgerSeq = Math.max(ledger.lastSeq, ledger.sentinel?.lastSeq ?? 0)
  if (!facts.office) {
    if (ledgerSeq === 0) return { kind: 'firstStart' }
    return { kind: 'recovery', why: 'empty', databaseSeq: 0, ledger: known }
  }
  const { version } = facts
  if (version !== null && checkDataVersion(version) === 'newer') return newer(version)
  const state = await compareChains(db, facts.office, facts, ledger, askAgain)
  // A migration adds to the chain: what is missing in it must be there first.
  const older = version !== null && checkDataVersion(version) === 'older'
  return older && state.kind === 'ready'
    ? { kind: 'migrate', stored: version, supported: DATA_VERSION }
    : state
}

function newer(stored: number): StartState {
  return { kind: 'newerData', stored, supported: DATA_VERSION }
}

async function compareChains(
  db: DeskDatabase,
  office: Office,
  facts: DatabaseFacts,
  ledger: JournalStatus,
  askAgain: () => Promise<Result<JournalStatus>>,
): Promise<StartState> {
  if (await db.of('meta').get('restoring')) return { kind: 'restored' }
  const seq = facts.chain?.seq ?? 0
  const about = { databaseSeq: seq, ledger: factsOf(ledger) }
  const ledgerSeq = Math.max(ledger.lastSeq, ledger.sentinel?.lastSeq ?? 0)
  if (seq < ledgerSeq) return { kind: 'recovery', why: 'short', ...about }
  if (ledger.lastSeq > 0) {
    const deviceId = (await db.of('meta').get('deviceId'))?.value
    const entry = await db.of('audit').get([String(deviceId), ledger.lastSeq])
    if (!entry || entry.digest !== ledger.lastDigest) return { kind: 'recovery', why: 'fork', ...about }
  }
  // A rewriting of the ledger was broken off.
  if (await db.of('meta').get('rebuild')) return { kind: 'ledgerLost', ...about }
  if (lacksNothing(facts, ledger.lastSeq)) return { kind: 'ready', office }
  const now = await askAgain()
  return now.ok && lacksNothing(facts, now.value.lastSeq)
    ? { kind: 'ready', office }
    : { kind: 'ledgerLost', ...about }
}

/** Whether every entry of the database that the ledger lacks waits for it. */
function lacksNothing({ chain, waiting }: DatabaseFacts, ledgerSeq: number): boolean {
  const lacking = Math.max(0, (chain?.seq ?? 0) - ledgerSeq)
  return waiting.filter((seq) => seq > ledgerSeq).length === lacking
}

function factsOf({ lastSeq, sentinel, problems }: JournalStatus): LedgerFacts {
  return { lastSeq, sentinel, problems: problems.length }
}
