import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { onTestFinished } from 'vitest'
import type { Json } from '../../../../e2e/fixtures/couch'
import type { Place } from '../../../../e2e/fixtures/couch/testing'
import type { SyncOutcome, SyncReply, SyncRequest } from '../../../../shared/ipc/syncChannels'
import { designDocs } from '../../../../shared/sync/design'
import type { Result } from '../../../../shared/util/result'
import type { FileKeys } from '../../attachments/content'
import { type AttachmentStore, openAttachments } from '../../attachments/store'
import { nodeFetch } from '../fetching'
import { openSync, type Sync, type SyncOptions } from '../sync'

/** A machine of an office, in a folder of its own. */
export interface Machine {
  sync: Sync
  files: AttachmentStore
  folder: string
  /** What the log was told. */
  logged: string[]
}

let identity: Promise<string> | null = null

/** The office's keys: the same on each of its machines. */
export async function officeKeys(): Promise<FileKeys> {
  identity ??= generateX25519Identity()
  const own = await identity
  const recipient = await identityToRecipient(own)
  return { recipient: async () => recipient, identity: async () => own }
}

/** A machine that lives as long as the test. */
export async function machine(change: Partial<SyncOptions> = {}): Promise<Machine> {
  const folder = await mkdtemp(join(tmpdir(), 'sync-'))
  const files = openAttachments(join(folder, 'attachments'), await officeKeys())
  const logged: string[] = []
  const sync = openSync({
    path: join(folder, 'sync.json'),
    keyStore: {
      isSafe: () => true,
      seal: (text) => Buffer.from(text).map((byte) => byte ^ 77),
      open: unsealed,
    },
    attachments: files,
    freeBytes: async () => 1e12,
    clock: () => new Date(),
    fetch: nodeFetch,
    isOnline: () => true,
    log: {
      write: (_level, code, ids = []) => void logged.push([code, ...ids].join(' ')),
      flush: async () => undefined,
    },
    ...change,
  })
  onTestFinished(async () => {
    sync.close()
    await rm(folder, { recursive: true, force: true })
  })
  return { sync, files, folder, logged }
}

function unsealed(bytes: Uint8Array): string {
  return Buffer.from(bytes.map((byte) => byte ^ 77)).toString('utf8')
}

/** A request of the page, as short as a test wants it. */
export function asked(path: string, change: Partial<SyncRequest> = {}): SyncRequest {
  return { id: 'one', method: 'GET', path, body: null, timeoutMs: 30_000, ...change }
}

/** The value of an answer that is no refusal. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.key)
  return result.value
}

/** The reply of an outcome that is one. */
export function replyOf(result: Result<SyncOutcome>): SyncReply {
  const outcome = valueOf(result)
  if (outcome.kind !== 'reply') throw new Error(JSON.stringify(outcome))
  return outcome.reply
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Installs the office's guard, as head office does. */
export async function guard({ admin, db }: Place, officeId: string): Promise<void> {
  for (const doc of designDocs({ officeId }))
    await admin('PUT', `${db}/${doc._id}`, JSON.parse(JSON.stringify(doc)) as Json)
}
