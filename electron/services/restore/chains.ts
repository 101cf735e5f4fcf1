import {
  detailDigestOf,
  problemOf,
  type ChainProblem,
  type ChainTip,
} from '../../../shared/domain/audit/chain'
import type { AuditDetail, AuditEntry } from '../../../shared/domain/audit/types'
import type { BackupEnd, BackupManifest } from '../../../shared/schema/backup'

/** What the chains in a backup say: whole, or where the first of them breaks. */
export interface ChainFindings {
  entries: number
  /** Machines whose chains they are. */
  devices: number
  /** Null where every entry belongs where it stands. */
  broken: { seq: number; problem: ChainProblem | 'detail' } | null
}

/**
 * Follows the chains of a backup while it goes by: those in its tables, machine by machine, and the stretch that was
 * written while they were read. Details are held against their entries by a few bytes each, so that memory stays flat.
 */
export class ChainCheck {
  private readonly tips = new Map<string, ChainTip>()
  /** First 48 bits of the digests that entries name, and of those that details have. */
  private readonly named: number[] = []
  private readonly found: number[] = []
  private entries = 0
  private broken: ChainFindings['broken'] = null
  private journalTip: ChainTip | null
  private passedFrom: boolean

  constructor(private readonly from: BackupManifest['from']) {
    this.journalTip = from.seq === 0 ? null : { seq: from.seq, digest: from.digest }
    this.passedFrom = from.seq === 0
  }

  /** The next entry of the tables; those of one machine come in their order. */
  entry(entry: AuditEntry): void {
    const { deviceId, seq, digest } = entry
    this.entries += 1
    this.note(seq, problemOf(entry, this.tips.get(deviceId) ?? null))
    this.named.push(headOf(entry.detailDigest))
    this.tips.set(deviceId, { seq, digest })
    if (deviceId !== this.from.deviceId || seq !== this.from.seq) return
    this.passedFrom = true
    if (digest !== this.from.digest) this.note(seq, 'digest')
  }

  detail(detail: AuditDetail): void {
    this.found.push(headOf(detailDigestOf(detail)))
  }

  /** The next entry of the stretch written meanwhile; those that the tables hold already are the same ones. */
  journal(entry: AuditEntry, detail: AuditDetail | null): void {
    const { seq, digest, detailDigest } = entry
    this.note(seq, problemOf(entry, this.journalTip))
    if (detail && detailDigestOf(detail) !== detailDigest) this.note(seq, 'detail')
    this.journalTip = { seq, digest }
    // The details were read last: some may be of entries that only this stretch holds.
    this.named.push(headOf(detailDigest))
    const inTables = this.tips.get(this.from.deviceId)
    if (inTables && inTables.seq === seq && inTables.digest !== digest) this.note(seq, 'digest')
    if (!inTables || inTables.seq < seq) this.entries += 1
  }

  /** Behind the last entry. */
  end(): ChainFindings {
    if (!includes(this.named, this.found)) this.note(0, 'detail')
    return { entries: this.entries, devices: new Set(this.tips.keys()).size, broken: this.broken }
  }

  /** Whether tables and stretch lead from where the reading began to where it ended: else entries are missing. */
  reaches({ to }: Pick<BackupEnd, 'to'>): boolean {
    const tip = this.journalTip
    return this.passedFrom && (tip?.seq ?? 0) === to.seq && (tip?.digest ?? '') === to.digest
  }

  private note(seq: number, problem: NonNullable<ChainFindings['broken']>['problem'] | null): void {
    if (problem) this.broken ??= { seq, problem }
  }
}

function headOf(digest: string): number {
  return Number.parseInt(digest.slice(0, 12), 16)
}

/** Whether every one of `some` is among `all`. A detail may be missing, because the law can ask for it; none is changed. */
function includes(all: readonly number[], some: readonly number[]): boolean {
  const sorted = Float64Array.from(all).sort()
  let at = 0
  for (const one of Float64Array.from(some).sort()) {
    while (at < sorted.length && (sorted[at] ?? 0) < one) at += 1
    if (sorted[at] !== one) return false
    at += 1
  }
  return true
}
