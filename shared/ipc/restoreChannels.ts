import { z } from 'zod'
import { BACKUP_REASONS } from '../schema/backup'

const nothing = z.object({}).strict()
const done = z.object({}).strict()
const token = z.string().regex(/^[\w-]{1,64}$/)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const dataset = z.string().regex(/^[\w-]{1,40}$/)
const count = z.number().int().nonnegative()
const counts = z.record(z.string(), count)
const of = z.object({ token }).strict()

/** A backup that can be read: chosen by somebody, or found where this machine keeps its backups. */
const offer = z.object({
  token,
  name: z.string(),
  folder: z.string(),
  bytes: count,
  /** What the `index.json` beside it says of it; null where it says nothing. */
  listed: z
    .object({
      madeAt: z.string(),
      reason: z.enum(BACKUP_REASONS),
      /** The 《恢复单》 whose password opens it. */
      sheetId: z.string(),
      officeId: z.string(),
      dataVersion: count,
      lastSeq: count,
    })
    .nullable(),
})
export type BackupOffer = z.infer<typeof offer>

/** What a backup holds, found by reading it once from beginning to end. */
const inspection = z.object({
  officeId: z.string(),
  estateName: z.string(),
  officeName: z.string(),
  reason: z.enum(BACKUP_REASONS),
  madeAt: z.string(),
  appVersion: z.string(),
  /** Version of its rows; an older one is migrated. */
  dataVersion: count,
  /** Whose chain went on here, and where it ends: what a ledger can continue. */
  to: z.object({ deviceId: z.string(), seq: count, digest: z.string() }),
  newestAt: z.string(),
  /** Rows by table. */
  rows: counts,
  /** Highest number given in each series, `TS|2026|`. */
  numbers: counts,
  chain: z.object({
    entries: count,
    devices: count,
    /** Null where every entry belongs where it stands; else the first that does not. */
    broken: z.object({ seq: count, problem: z.string() }).nullable(),
  }),
  /** How many files its rows name, and how many of them are neither beside it nor on this machine. */
  attachments: z.object({ named: count, missing: count }),
})
export type Inspection = z.infer<typeof inspection>

/** An entry of the archive, as it stands in it. */
const entry = z.object({ name: z.string(), text: z.string() })

/**
 * Reading a backup (issue "Restore"). The page names a token, never a path; nothing here changes the office's data.
 * Trouble with the file is a refusal of its own each: restore.notBackup, restore.wrongPassword, restore.otherSheet,
 * restore.damaged, restore.truncated, restore.shorter, restore.newerFormat, restore.newerData, restore.inconsistent,
 * restore.notAsListed, restore.unknown, and the system's.
 */
export const restoreChannels = {
  /** Asks for a file; null when the user gave up. */
  'restore.choose': { writes: false, input: nothing, output: z.object({ offer: offer.nullable() }) },
  /** The backups in the folders where this machine keeps them, newest first. */
  'restore.known': { writes: false, input: nothing, output: z.object({ offers: z.array(offer) }) },
  /** Backups of the same office that lie beside it and were made after `madeAt`, newest first. */
  'restore.newer': {
    writes: false,
    input: z.object({ token, officeId: z.string().max(100), madeAt: z.string().max(40) }).strict(),
    output: z.object({ offers: z.array(offer) }),
  },
  /** Opens it with what stands on the 《恢复单》; from its beginning, as often as it is asked for. */
  'restore.begin': {
    writes: false,
    input: z
      .object({ token, password: z.string().max(200), purpose: z.enum(['inspect', 'read', 'erasures']) })
      .strict(),
    output: done,
  },
  /**
   * Reads on for a moment. `entries` only when it was begun for `read`, or those of the manifest and of the list of what
   * was erased by law for `erasures`, which reads no further than that list; `inspection` at the end of the others.
   */
  'restore.more': {
    writes: false,
    input: of,
    output: z.object({
      at: count,
      bytes: count,
      done: z.boolean(),
      entries: z.array(entry),
      inspection: inspection.nullable(),
    }),
  },
  /** Gives up what was begun; the backup can be begun anew. */
  'restore.end': { writes: false, input: of, output: done },
  /**
   * Gives a staged dataset the secrets of the backup that was read to its end; answers what seals its rows. Refuses
   * dataset.unknown, vault.exists.
   */
  'restore.adopt': {
    writes: true,
    input: z.object({ token, dataset }).strict(),
    output: z.object({ key: z.instanceof(Uint8Array) }),
  },
  /** Brings files into a staged dataset, each checked against its name. What is nowhere, or altered, is answered. */
  'restore.attachments': {
    writes: true,
    input: z.object({ token, dataset, sha256: z.array(sha256).max(50) }).strict(),
    output: z.object({ missing: z.array(sha256), altered: z.array(sha256) }),
  },
} as const
