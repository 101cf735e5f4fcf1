import { type ChainEnd, chainEnd } from '../core/chain'
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
 * What a command waits for: these newest entries are counted, for what Chromium takes back lies before the few megabytes
 * that it wrote last, and of those before them a sample of stretches.
 */
const COUNTED_FIRST = 4_000
const SAMPLES = 32
const SAMPLE = 64
/** Entries counted in one go when all of them are: 10 ms, in which a save waits. */
const PORTION = 5_000
/** Between two of them, ms. */
const REST_MS = 20

/** A stretch of the chain, both ends included. */
interface Stretch {
  first: number
  last: number
}

const nap = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, REST_MS))

/**
 * Counts the entries of this device's chain, in portions. The end of the chain proves nothing about what lies before it:
 * a damaged manifest can take Chromium's database back to an older state with the newest writes on top (quality 1).
 * Linear in the length of the chain, so that nothing may wait for it: see `newestOf`.
 */
export async function wholenessOf(db: DeskDatabase, rest: () => Promise<void> = nap): Promise<Wholeness> {
  const end = await chainEnd(db)
  const lastSeq = end.chain?.seq ?? 0
  let missing = 0
  for (let first = 1; first <= lastSeq; first += PORTION) {
    if (first > 1) await rest()
    missing += await missingIn(db, end.deviceId, { first, last: Math.min(lastSeq, first + PORTION - 1) })
  }
  return { held: lastSeq - missing, lastSeq, untold: await untoldOf(db, end) }
}

/** The same of the newest entries and of a sample of all others: costs the same however long the chain is. */
export async function newestOf(db: DeskDatabase): Promise<Wholeness> {
  const end = await chainEnd(db)
  const lastSeq = end.chain?.seq ?? 0
  const missing = await Promise.all(
    stretchesOf(lastSeq).map((stretch) => missingIn(db, end.deviceId, stretch)),
  )
  const held = missing.reduce((left, one) => left - one, lastSeq)
  return { held, lastSeq, untold: await untoldOf(db, end) }
}

/** Evenly over what lies before the newest: damage takes away neighbours, some hundred at a time. */
function stretchesOf(lastSeq: number): Stretch[] {
  const first = Math.max(1, lastSeq - COUNTED_FIRST + 1)
  const step = Math.max(SAMPLE, Math.floor((first - 1) / SAMPLES))
  const sampled: Stretch[] = []
  for (let from = 1; from + SAMPLE <= first; from += step)
    sampled.push({ first: from, last: from + SAMPLE - 1 })
  return [...sampled, { first, last: lastSeq }]
}

async function missingIn(db: DeskDatabase, deviceId: string, { first, last }: Stretch): Promise<number> {
  const stretch = db
    .of('audit')
    .where('[deviceId+seq]')
    .between([deviceId, first], [deviceId, last], true, true)
  return last - first + 1 - (await stretch.count())
}

/** Details lie by themselves, and may be gone by themselves where a block of them is damaged. */
async function untoldOf(db: DeskDatabase, { chain, deviceId, replicating }: ChainEnd): Promise<number> {
  // What another machine erased by law may have gone here before the list of it came: that stops no desk.
  if (!chain || replicating) return 0
  const from = [deviceId, Math.max(1, chain.seq - NEWEST + 1)]
  const newest = db.of('audit').where('[deviceId+seq]').between(from, [deviceId, chain.seq], true, true)
  return (await withoutDetail(db, await newest.toArray())).length
}

/**
 * What the recovery screen is to say of a database that opened with the right end and lacks something before it, or
 * cannot be read there; null where the chain is whole.
 * @param look how much of it is looked at: `wholenessOf`, or `newestOf` for whoever waits.
 */
export async function findHoles(
  db: DeskDatabase,
  ledgerStatus: () => Promise<Result<JournalStatus>>,
  look: (db: DeskDatabase) => Promise<Wholeness>,
): Promise<StartState | null> {
  let found: Wholeness | null = null
  try {
    found = await look(db)
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
