import type { Instant } from '../../util/instant'

/**
 * Why two versions of a record wait for a decision: both sides changed the same; one voided what the other changed; a
 * signed month keeps the record; two records bear one number; two desks each kept a rule that both together break, such as
 * one 房号 for two units. What head office's server would not take is no question
 * between versions: it is on the page of sync, with its reason and 重试.
 */
export const DISPUTE_KINDS = ['fields', 'void', 'locked', 'number', 'rule'] as const
export type DisputeKind = (typeof DISPUTE_KINDS)[number]

/** `open` 待核对; `kept` the version in force stays; `taken` what was chosen of the other was written. */
export const DISPUTE_STATES = ['open', 'kept', 'taken'] as const
export type DisputeState = (typeof DISPUTE_STATES)[number]

/** A field that differs, by its dotted path; null where a side has none. */
export interface DisputedField {
  path: string
  /** In the last version that both sides agreed on; null where none is known. */
  base: unknown
  /** In the version in force. */
  inForce: unknown
  /** In the one that waits. */
  waiting: unknown
}

/**
 * 待核对: a version of a record that could not be merged by itself (issue "Conflicts"). It is a record of its own, so it
 * survives recovery and reaches every machine; whoever decides first decides. Id: made by the machine that found it.
 */
export interface Dispute {
  id: string
  table: string
  recordId: string
  /** Of the record; '' where its register has none. */
  number: string
  kind: DisputeKind
  fields: DisputedField[]
  /** The version that waits, whole. */
  waiting: Record<string, unknown>
  /** The machine where the waiting version was made. */
  deviceId: string
  /** The command that made it, to find who and when in its chain. */
  opId: string
  foundAt: Instant
  state: DisputeState
  decidedAt: Instant | null
  decidedBy: string
  /** Paths of which the waiting value was taken. */
  chosen: string[]
}
