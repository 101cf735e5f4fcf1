import { z } from 'zod'
import type { Vector } from './vector'

/** Version of the documents' own layout; the rows inside are of `dataVersion`. */
export const WIRE_VERSION = 1

/** A row as it travels; sealed fields are texts that only machines of the office open. */
export type Row = Record<string, unknown>

const id = z.string().min(1).max(100)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const vector = z.record(z.string().min(1).max(100), z.number().int().nonnegative())
const rev = z.string().regex(/^\d+-[0-9a-f]+$/)

const common = {
  _id: z.string().max(300),
  _rev: rev.optional(),
  _deleted: z.boolean().optional(),
  _conflicts: z.array(rev).optional(),
  /** WIRE_VERSION */
  wire: z.number().int().positive(),
  /** Id of the office: a database holds one. */
  office: id,
  dataVersion: z.number().int().positive(),
}

/** By the office's key over all of a document but its revision: whoever has only the server's account forges none. */
const proof = sha256

/**
 * Keyed digests of what signed months keep of a record (domain 12): `begun` of what came in, once the month in which it
 * began is locked; `ended` of all but what grows beside it, once that of its end is. Apart, because the second comes later.
 */
const frozen = z.strictObject({ begun: sha256.nullable(), ended: sha256.nullable() })
export type Frozen = z.infer<typeof frozen>

/**
 * A record. Its id on the server: `complaints:<id>`. `seen` says which commands it knows, `opId` is the newest of them:
 * by both our own write is recognised after a lost answer. `frozen` stands while a signed month keeps the record;
 * `correction` is the newest 更正单 on it, `reopened` the newest 重开 of its month: only with another one of them, or an
 * erasure by law, may the server take a record of which a part of `frozen` differs.
 */
export const recordDocSchema = z.looseObject({
  ...common,
  type: z.literal('record'),
  table: z.string().max(60),
  row: z.record(z.string(), z.unknown()),
  opId: id,
  deviceId: id,
  seen: vector,
  frozen: frozen.nullable(),
  correction: z.string().max(100).nullable(),
  reopened: z.string().max(100).nullable(),
  erased: z.boolean(),
  /** Sensitive fields that the office keeps to its machines: empty here, and what stands on a machine stays. */
  withheld: z.array(z.string().max(60)),
  proof,
})
export type RecordDoc = z.infer<typeof recordDocSchema>

/** An entry of a machine's chain with its detail; null where `erased` by law, or where it speaks of what stays here. Id: `audit:<deviceId>:<seq, nine digits>`. */
export const auditDocSchema = z.looseObject({
  ...common,
  type: z.literal('audit'),
  entry: z.record(z.string(), z.unknown()),
  detail: z.record(z.string(), z.unknown()).nullable(),
  erased: z.boolean(),
  proof,
})
export type AuditDoc = z.infer<typeof auditDocSchema>

/** A file of 附件, sealed as it lies on the disk, as the CouchDB attachment `content`. Id: `file:<sha256 of the plain bytes>`. */
export const fileDocSchema = z.looseObject({
  ...common,
  type: z.literal('file'),
  sha256,
  /** Of the plain bytes. */
  bytes: z.number().int().nonnegative(),
})
export type FileDoc = z.infer<typeof fileDocSchema>

/**
 * A machine of the office. Id: `device:<deviceId>`. Claims its letter (domain 2); `replacedBy` where it was restored
 * elsewhere.
 */
export const deviceDocSchema = z.looseObject({
  ...common,
  type: z.literal('device'),
  deviceId: id,
  letter: z.string().regex(/^[A-Z]?$/),
  replacedBy: id.nullable(),
  appVersion: z.string().max(60),
})
export type DeviceDoc = z.infer<typeof deviceDocSchema>

/** What the server may hold for us. */
export const syncDocSchema = z.discriminatedUnion('type', [
  recordDocSchema,
  auditDocSchema,
  fileDocSchema,
  deviceDocSchema,
])
export type SyncDoc = z.infer<typeof syncDocSchema>

const checkpointEvent = z.strictObject({
  at: z.string(),
  kind: z.enum(['filled', 'emptied', 'paused', 'resumed']),
  count: z.number().int().nonnegative().optional(),
})
export type CheckpointEvent = z.infer<typeof checkpointEvent>

/**
 * `_local/device-<deviceId>`, one document a device, and the same locally. `n` counts the checkpoints, `session` is drawn
 * for each: a server that holds a lower one than it was given came back from an older backup; a higher one, or another
 * session under the same count, was written by a machine that goes about under our name, or by ourselves before we came
 * back from an older state.
 */
export const checkpointSchema = z.object({
  _id: z.string(),
  _rev: z.string().optional(),
  n: z.number().int().nonnegative(),
  session: id,
  /** Sequence of the server up to which everything was taken. */
  since: z.string().max(10_000),
  /** Of our chain: how far it was pushed. */
  pushedSeq: z.number().int().nonnegative(),
  /** When, by the server's clock where it told; the newest 20, newest first. */
  history: z.array(z.strictObject({ n: z.number().int(), at: z.string() })).max(20),
  /** What head office may want to know of this machine's exchange: the newest 20, newest first, by the machine's clock. */
  events: z.array(checkpointEvent).max(20).optional(),
})
export type Checkpoint = z.infer<typeof checkpointSchema>

/** Id of a record's document. */
export function recordDocId(table: string, recordId: string): string {
  return `${table}:${recordId}`
}

/** Id of an audit entry's document: in the order of the chain. */
export function auditDocId(deviceId: string, seq: number): string {
  return `audit:${deviceId}:${String(seq).padStart(9, '0')}`
}

export function fileDocId(sha256Hex: string): string {
  return `file:${sha256Hex}`
}

export function deviceDocId(deviceId: string): string {
  return `device:${deviceId}`
}

/** What this machine last agreed on with the server about a record. Id: `complaints|<id>`. */
export interface Agreed {
  id: string
  /** The server's revision; null where it is not known any more, as after a server came back without it. */
  rev: string | null
  seen: Vector
  /** Of a version that was sent from here: number of the checkpoint under which. Until the server keeps that, it may lose it unseen. */
  n?: number
  /** What stands here grew from a version of which the sender knew that a signed month keeps it. */
  frozen?: true
}
