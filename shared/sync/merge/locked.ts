import { monthsTouched, objectionToWrite } from '../../domain/month/lock'
import type { MonthId } from '../../util/months'
import { orderOf, type Vector } from '../vector'
import type { Row } from '../wire'
import type { MergeFacts, MergeInput, Signing } from './types'
import { listOf, plainOf } from './values'

/** Which version a signed month stands by, and whether another row would change what it keeps (domain 12). */
export interface Keeping {
  keep: 'server' | 'ours'
  forbids: (row: Row) => boolean
}

/** Null where no month of either version is locked. */
export function keepingOf({ ours, server, facts }: Omit<MergeInput, 'table'>): Keeping | null {
  const { month, isLocked } = facts
  if (!month) return null
  const locked = monthsTouched(month, ours, server).filter(isLocked)
  if (locked.length === 0) return null
  const keep = sideOf(ours, server, facts, locked)
  const kept = keep === 'ours' ? ours : server
  return { keep, forbids: (row) => objectionToWrite(month, kept, row, isLocked) !== null }
}

/**
 * The version that was signed, or grew from it by what a lock lets pass: one that a 更正单 changed; the one of which the
 * sender, or this machine, knew of the lock; the one of which the signer knew all. The server's where nothing tells.
 */
function sideOf(ours: Row, server: Row, facts: MergeFacts, locked: readonly MonthId[]): 'server' | 'ours' {
  const [mine, theirs] = [correctionsOf(ours), correctionsOf(server)]
  const [oursMore, serverMore] = [hasMore(mine, theirs), hasMore(theirs, mine)]
  if (oursMore !== serverMore) return oursMore ? 'ours' : 'server'
  const { seen, signingOf, serverFrozen, oursFrozen } = facts
  // What grew under the lock holds commands of which the signer knew nothing; what came past it does too.
  if (oursFrozen && !serverFrozen) return 'ours'
  if (serverFrozen || !seen || !signingOf) return 'server'
  const signings = locked.map(signingOf)
  const knewAll = (vector: Vector) => signings.every((signing) => signing !== null && knew(signing, vector))
  if (!knewAll(seen.ours)) return 'server'
  return knewAll(seen.server) && !isLater(seen, signings) ? 'server' : 'ours'
}

/** Of two versions that the signer knew: ours holds more of what was done on the signing machine, or all of the other. */
function isLater(
  { ours, server }: { ours: Vector; server: Vector },
  signings: readonly (Signing | null)[],
): boolean {
  const signer = signings.findLast((signing) => signing?.deviceId)?.deviceId ?? ''
  const [mine, theirs] = [ours[signer] ?? 0, server[signer] ?? 0]
  return mine === theirs ? orderOf(ours, server) === 'newer' : mine > theirs
}

/** Whether the signer knew a version; what is done on the signing machine later knows of the lock. */
function knew({ chains, deviceId }: Signing, seen: Vector): boolean {
  return Object.entries(seen).every(([device, seq]) => device === deviceId || seq <= (chains[device] ?? 0))
}

/** Ids of the 更正单 that changed a record, oldest first: each leaves its link with the change (domain 12). */
export function correctionsOf(row: Row): string[] {
  return listOf(row['links'])
    .map(plainOf)
    .filter((link) => link['relation'] === 'correction' && link['table'] === 'corrections')
    .map((link) => String(link['id']))
}

function hasMore(some: readonly string[], others: readonly string[]): boolean {
  return some.some((id) => !others.includes(id))
}
