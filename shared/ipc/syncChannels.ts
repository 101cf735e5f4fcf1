import { z } from 'zod'

const nothing = z.object({}).strict()
const done = z.object({}).strict()
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** Where head office's server stands. The password goes in, and never comes out again. */
const serverAddress = {
  /** `https://couch.example.cn`, `http` for localhost only; without database, user or password in it. */
  address: z.string().max(300),
  /** Name of the office's database. */
  database: z.string().max(200),
  user: z.string().max(200),
}
export const syncServerSchema = z.object(serverAddress).strict()
export type SyncServer = z.infer<typeof syncServerSchema>

/**
 * What a request came to, where it did not come to an answer of CouchDB, or the answer says who may not. Each has a plain
 * sentence of what to do (issue "Set-up"):
 * noNetwork, wrongAddress (no such name, nobody there), notCouch (something else answers, also a sign-in page of the
 * network), certificate, wrongPassword, lockedOut (too many wrong tries; even the right one is refused for a while),
 * noDatabase, noRights, notPrepared (head office has not run the preparation), otherOffice, clock (more than ten minutes
 * off), tooLarge, busy (5xx, time-out), refused (anything else, with its status).
 */
export const SYNC_TROUBLES = [
  'noNetwork',
  'wrongAddress',
  'notCouch',
  'certificate',
  'wrongPassword',
  'lockedOut',
  'noDatabase',
  'noRights',
  'notPrepared',
  'otherOffice',
  'clock',
  'tooLarge',
  'busy',
  'refused',
] as const
export type SyncTrouble = (typeof SYNC_TROUBLES)[number]

const reply = z.object({
  status: z.number().int(),
  /** Parsed JSON of the answer's body, as text: the page parses and validates it. */
  body: z.string(),
  /** The server's `Date`, as an instant; null where it sent none. */
  serverDate: z.string().nullable(),
})
export type SyncReply = z.infer<typeof reply>

const outcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reply'), reply }),
  /** No CouchDB answered: nothing is known of what became of the request. */
  z.object({
    kind: z.literal('trouble'),
    trouble: z.enum(SYNC_TROUBLES),
    status: z.number().int().nullable(),
  }),
  z.object({ kind: z.literal('cancelled') }),
])
export type SyncOutcome = z.infer<typeof outcome>

const state = z.object({
  server: syncServerSchema.nullable(),
  /** False: the key store of this machine does not open it any more. */
  hasPassword: z.boolean(),
  paused: z.boolean(),
  keyStoreIsSafe: z.boolean(),
})
export type SyncState = z.infer<typeof state>

const testResult = z.object({
  trouble: z.enum(SYNC_TROUBLES).nullable(),
  status: z.number().int().nullable(),
  /** Version of the CouchDB that answered; '' where none did. */
  version: z.string(),
  /** By how much this machine's clock is ahead of the server's, ms; null where not known. */
  aheadMs: z.number().nullable(),
})
export type SyncTestResult = z.infer<typeof testResult>

/** What is asked of the server; main adds address, database and who asks. */
const request = z
  .object({
    /** For `sync.cancel`. */
    id: z.string().min(1).max(60),
    method: z.enum(['GET', 'POST', 'PUT', 'HEAD', 'DELETE']),
    /** Below the database: `_changes?feed=longpoll…`, `_bulk_docs`; '' is the database itself, `/` the server. */
    path: z.string().max(4_000),
    /** JSON. */
    body: z.string().max(20_000_000).nullable(),
    timeoutMs: z.number().int().positive().max(180_000),
  })
  .strict()
export type SyncRequest = z.infer<typeof request>

/** Replication's way out (issue "Engine"): the page has no network of its own, and asks the set server only. */
export const syncChannels = {
  /** Null where none is set up. `paused`: set up, but not to run. */
  'sync.state': {
    writes: false,
    input: nothing,
    output: state,
  },
  /**
   * Remembers server and password (null: the one that is kept). Refuses sync.addressInvalid, sync.addressNotSafe,
   * sync.databaseInvalid, sync.userRequired, sync.passwordRequired on their fields.
   */
  'sync.setUp': {
    writes: true,
    input: z.object({ ...serverAddress, password: z.string().max(500).nullable() }).strict(),
    output: done,
  },
  /** Forgets server and password; nothing of the office's data. */
  'sync.forget': { writes: true, input: nothing, output: done },
  /** Refuses sync.notSetUp. */
  'sync.pause': { writes: true, input: z.object({ paused: z.boolean() }).strict(), output: done },
  /**
   * Tries a server without remembering it; `password` null: the one that is kept, where place and user are those it was
   * typed for. `officeId` null: whose documents it holds is not compared. Refuses as `sync.setUp`.
   */
  'sync.test': {
    writes: false,
    input: z
      .object({
        ...serverAddress,
        password: z.string().max(500).nullable(),
        officeId: z.string().max(100).nullable(),
      })
      .strict(),
    output: testResult,
  },
  /** Refuses sync.notSetUp, and ipc.badInput for a path or method that replication has no use for. */
  'sync.request': { writes: true, input: request, output: outcome },
  'sync.cancel': { writes: false, input: z.object({ id: z.string().max(60) }).strict(), output: done },
  /**
   * Puts a file of 附件 as it lies on the disk beside its document (made where it is missing), if the server has it not.
   * A reply 404 `deleted`: it was erased there by law. Refuses sync.notSetUp, attachment.missing, vault.locked.
   */
  'sync.sendFile': {
    writes: true,
    input: z.object({ id: z.string().max(60), sha256, officeId: z.string().max(100) }).strict(),
    output: outcome,
  },
  /**
   * Fetches it into this office's 附件, after comparing its SHA-256. Without an outcome `missing` says that the server has
   * it not either; with one, that it could not be asked. Refuses sync.notSetUp, system.diskFull, vault.locked.
   */
  'sync.fetchFile': {
    writes: true,
    input: z.object({ id: z.string().max(60), sha256 }).strict(),
    output: z.object({ got: z.enum(['fetched', 'had', 'missing', 'damaged']), outcome: outcome.nullable() }),
  },
} as const
