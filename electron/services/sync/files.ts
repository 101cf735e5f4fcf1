import type { Output } from '../../../shared/ipc/channels'
import type { SyncOutcome } from '../../../shared/ipc/syncChannels'
import { DATA_VERSION } from '../../../shared/schema/version'
import { type FileDoc, fileDocId, WIRE_VERSION } from '../../../shared/sync/wire'
import { accept, type Result, refuse } from '../../../shared/util/result'
import { FilesLocked } from '../attachments/content'
import type { AttachmentStore } from '../attachments/store'
import type { Place } from './address'
import { type Call, type Calls, Cancelled, TimedOut } from './calls'
import { Download, NetworkFailed, NoRoom, NotGiven } from './download'
import { type Account, exchange, type Network, outcomeOfError } from './exchange'

export type Fetched = Output<'sync.fetchFile'>

/** Where files go to and come from. */
export interface FileOptions extends Network {
  attachments: AttachmentStore
  freeBytes: () => Promise<number>
}

interface Server {
  place: Place
  account: Account
}

/** A file may take as long as it likes, but not stand still for longer, ms. */
const STILL_MS = 120_000
/** How often two machines that send one file at a time may get into each other's way. */
const MOST_TURNS = 4

/**
 * Files of 附件, sealed as they lie on the disk, as the attachment `content` of a document of their own. Portion by
 * portion in both directions: one may be as large as the memory that is left.
 */
export class FileExchange {
  constructor(
    private readonly options: FileOptions,
    private readonly calls: Calls,
  ) {}

  /**
   * Sends a file, unless the server has it. A reply 404 `deleted`: it was erased there by law, and is not brought back.
   * Refuses attachment.missing, vault.locked.
   */
  async send(id: string, server: Server, sha256: string, officeId: string): Promise<Result<SyncOutcome>> {
    try {
      const file = await this.options.attachments.sealed(sha256)
      if (!file) return refuse('attachment.missing')
      const sending = new Sending(this.options, server, file, docOf(sha256, file.bytes, officeId))
      return accept(await this.calls.run(id, STILL_MS, (call) => sending.run(call)))
    } catch (error) {
      if (error instanceof FilesLocked) return refuse('vault.locked')
      return accept(outcomeOfError(this.options, error))
    }
  }

  /**
   * Fetches a file into the store. With an `outcome` nothing is known of what the server has; without one, `missing`
   * says that it has none. Refuses system.diskFull, vault.locked. Throws the system's error.
   */
  async fetch(id: string, { place, account }: Server, sha256: string): Promise<Result<Fetched>> {
    const { attachments, freeBytes } = this.options
    const url = `${place.database}/${fileDocId(sha256)}/content`
    try {
      if ((await attachments.check(sha256)) === 'sound') return accept({ got: 'had', outcome: null })
      const came = await this.calls.run(id, STILL_MS, (call) => {
        const download = new Download(this.options, { url, account }, freeBytes, call)
        return attachments.receive(sha256, download.portions())
      })
      return accept({ got: came ? 'fetched' : 'damaged', outcome: null })
    } catch (error) {
      return this.notFetched(error)
    }
  }

  private notFetched(error: unknown): Result<Fetched> {
    if (error instanceof FilesLocked) return refuse('vault.locked')
    if (error instanceof NoRoom) return refuse('system.diskFull')
    if (error instanceof NotGiven) {
      const { outcome } = error
      if (outcome.kind !== 'reply') return accept({ got: 'missing', outcome })
      return accept({ got: outcome.reply.status === 404 ? 'missing' : 'damaged', outcome: null })
    }
    const why = error instanceof NetworkFailed ? error.cause : error
    if (why !== error || why instanceof Cancelled || why instanceof TimedOut)
      return accept({ got: 'missing', outcome: outcomeOfError(this.options, why) })
    throw error
  }
}

function docOf(sha256: string, bytes: number, office: string): FileDoc {
  return {
    _id: fileDocId(sha256),
    wire: WIRE_VERSION,
    office,
    dataVersion: DATA_VERSION,
    type: 'file',
    sha256,
    bytes,
  }
}

/** What a turn of sending came to: an end, or the revision on which the bytes go. */
type Turn = { outcome: SyncOutcome } | { rev: string } | 'again'

class Sending {
  constructor(
    private readonly network: Network,
    private readonly server: Server,
    private readonly file: { read: () => AsyncIterable<Uint8Array> },
    private readonly doc: FileDoc,
  ) {}

  async run(call: Call): Promise<SyncOutcome> {
    let last: SyncOutcome | null = null
    for (let turn = 0; turn < MOST_TURNS; turn += 1) {
      const begun = await this.begin(call)
      if (begun === 'again') continue
      if ('outcome' in begun) return begun.outcome
      last = await this.put(begun.rev, call)
      if (last.kind !== 'reply' || last.reply.status !== 409) return last
    }
    return last ?? { kind: 'trouble', trouble: 'busy', status: 409 }
  }

  /** The document as the server has it, made where it has none. */
  private async begin(call: Call): Promise<Turn> {
    const outcome = await this.ask(call, 'GET', '', null)
    if (outcome.kind !== 'reply') return { outcome }
    const { status, body } = outcome.reply
    const found = JSON.parse(body) as {
      _rev?: unknown
      _attachments?: { content?: unknown }
      reason?: unknown
    }
    if (status === 200) {
      if (found._attachments?.content) return { outcome }
      return typeof found._rev === 'string' ? { rev: found._rev } : { outcome }
    }
    if (status !== 404 || found.reason === 'deleted') return { outcome }
    const made = await this.ask(call, 'PUT', '', JSON.stringify(this.doc))
    if (made.kind !== 'reply') return { outcome: made }
    // Another machine made it meanwhile.
    if (made.reply.status === 409) return 'again'
    if (made.reply.status >= 300) return { outcome: made }
    return { rev: String((JSON.parse(made.reply.body) as { rev?: unknown }).rev) }
  }

  private put(rev: string, call: Call): Promise<SyncOutcome> {
    const { read } = this.file
    async function* watched(): AsyncGenerator<Uint8Array> {
      for await (const portion of read()) {
        call.progress()
        yield portion
      }
    }
    return this.ask(call, 'PUT', `/content?rev=${encodeURIComponent(rev)}`, watched())
  }

  private ask(
    call: Call,
    method: string,
    below: string,
    body: string | AsyncIterable<Uint8Array> | null,
  ): Promise<SyncOutcome> {
    const { place, account } = this.server
    const url = `${place.database}/${this.doc._id}${below}`
    const isFile = body !== null && typeof body !== 'string'
    const headers: Record<string, string> = isFile ? { 'content-type': 'application/octet-stream' } : {}
    call.progress()
    return exchange(this.network, { url, method, body, account, headers }, call)
  }
}
