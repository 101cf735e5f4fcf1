import { digestOfValue } from '../../util/digest'
import type { AuditDetail, AuditEntry } from './types'

/** The end of a chain: where the next entry is tied on. Null means an empty chain. */
export interface ChainTip {
  seq: number
  digest: string
}

/** What the command says of itself; sequence and digests are made here. */
export type AuditParts = Pick<AuditEntry, 'deviceId' | 'opId' | 'at' | 'userId' | 'command' | 'refs'>

/** Why an entry does not belong to its chain. */
export type ChainProblem = 'sequence' | 'previous' | 'digest' | 'device'

/** Answer of `verifyChain`: the tip and how many entries, or the first entry that is broken. */
export type ChainVerdict =
  | { ok: true; tip: ChainTip | null; count: number }
  | { ok: false; seq: number; problem: ChainProblem }

/** Digest under which the erasable detail enters the chain (architecture: it can be erased and the chain verifies). */
export function detailDigestOf(detail: AuditDetail): string {
  return digestOfValue(detail)
}

/** Digest of an entry: over everything in it but the digest itself. */
export function digestOf(entry: Omit<AuditEntry, 'digest'> & { digest?: string }): string {
  const { digest: _own, ...content } = entry
  return digestOfValue(content)
}

/** Ties a command's entry to the end of the device's chain. The first has seq 1 and an empty `prev`. */
export function sealEntry(tip: ChainTip | null, parts: AuditParts, detail: AuditDetail): AuditEntry {
  const { deviceId, opId, at, userId, command, refs } = parts
  const content = {
    seq: (tip?.seq ?? 0) + 1,
    deviceId,
    opId,
    at,
    userId,
    command,
    refs,
    detailDigest: detailDigestOf(detail),
    prev: tip?.digest ?? '',
  }
  return { ...content, digest: digestOf(content) }
}

/** Checks one entry against the end of the chain before it; null when it belongs there. */
export function problemOf(entry: AuditEntry, tip: ChainTip | null): ChainProblem | null {
  if (entry.seq !== (tip?.seq ?? 0) + 1) return 'sequence'
  if (entry.prev !== (tip?.digest ?? '')) return 'previous'
  return entry.digest === digestOf(entry) ? null : 'digest'
}

/**
 * Walks one device's chain in order. `from` is a tip already trusted (a month's digest); without it the walk begins
 * at the first entry. Answers the first broken entry, so that everything before it is known to be whole.
 */
export function verifyChain(entries: Iterable<AuditEntry>, from: ChainTip | null = null): ChainVerdict {
  let tip = from
  let count = 0
  let deviceId: string | null = null
  for (const entry of entries) {
    const problem = deviceId !== null && entry.deviceId !== deviceId ? 'device' : problemOf(entry, tip)
    if (problem) return { ok: false, seq: entry.seq, problem }
    tip = { seq: entry.seq, digest: entry.digest }
    deviceId = entry.deviceId
    count += 1
  }
  return { ok: true, tip, count }
}

/**
 * True where the entry's digest holds and the detail is the one it was sealed with. A detail that was erased by law
 * (null) proves nothing either way and does not break the entry.
 */
export function verifyEntry(entry: AuditEntry, detail: AuditDetail | null): boolean {
  if (entry.digest !== digestOf(entry)) return false
  return detail === null || (entry.opId === detail.opId && entry.detailDigest === detailDigestOf(detail))
}
