import { ATTACHMENT_BYTES_CEILING } from '../../../shared/domain/register/attachment'
import type { SyncOutcome } from '../../../shared/ipc/syncChannels'
import { type Call, Cancelled, TimedOut } from './calls'
import { type Account, answerTo, type Network, outcomeOf, portionsOf, whyOf } from './exchange'

/** The network broke down on the way; `cause` says how. */
export class NetworkFailed extends Error {
  override name = 'NetworkFailed'
}

/** The server did not give the file; `outcome` says what it said. */
export class NotGiven extends Error {
  override name = 'NotGiven'
  constructor(readonly outcome: SyncOutcome) {
    super('not given')
  }
}

/** The disk would be too full with it. */
export class NoRoom extends Error {
  override name = 'NoRoom'
}

/** What the disk must keep free besides the file, bytes: the books need room to be written (quality 1). */
const RESERVE = 200 * 1024 * 1024
/** Longest sealed file: each 64 KB carry a tag of 16 bytes, and all a header. */
const MOST_BYTES = ATTACHMENT_BYTES_CEILING + ATTACHMENT_BYTES_CEILING / 4096 + 4096
/** Cuts in a row, without a byte in between, until it is given up. */
const MOST_CUTS = 4

/** One file on its way here. After a cut it goes on where it was, as far as the server knows how. */
export class Download {
  private at = 0
  private cuts = 0

  constructor(
    private readonly network: Network,
    private readonly asked: { url: string; account: Account },
    private readonly freeBytes: () => Promise<number>,
    private readonly call: Call,
  ) {}

  /** The file's bytes in their order. Throws `NetworkFailed`, `NotGiven`, `NoRoom`. */
  async *portions(): AsyncGenerator<Uint8Array> {
    for (;;) {
      let cut: unknown
      try {
        yield* this.stretch()
        return
      } catch (error) {
        if (error instanceof NotGiven || error instanceof NoRoom) throw error
        cut = whyOf(error, this.call)
      }
      this.cuts += 1
      const isOver = cut instanceof Cancelled || cut instanceof TimedOut || this.cuts > MOST_CUTS
      if (isOver) throw new NetworkFailed('cut', { cause: cut })
    }
  }

  /** As much as comes in one go. */
  private async *stretch(): AsyncGenerator<Uint8Array> {
    const response = await this.ask()
    let skip = response.status === 206 ? 0 : this.at
    for await (const portion of portionsOf(response, this.call)) {
      this.call.progress()
      const fresh = portion.subarray(Math.min(skip, portion.length))
      skip -= portion.length - fresh.length
      if (fresh.length === 0) continue
      this.at += fresh.length
      if (this.at > MOST_BYTES) throw notAFile(response.status)
      this.cuts = 0
      yield fresh
    }
  }

  private async ask(): Promise<Response> {
    const headers: Record<string, string> = { accept: '*/*', 'accept-encoding': 'identity' }
    if (this.at > 0) headers['range'] = `bytes=${this.at}-`
    this.call.progress()
    const response = await answerTo(
      this.network,
      { ...this.asked, method: 'GET', body: null, headers },
      this.call,
    )
    const { status } = response
    if (status !== 200 && status !== 206)
      throw new NotGiven(await outcomeOf(this.network, 'GET', response, this.call))
    if (status === 206 && !response.headers.get('content-range')?.startsWith(`bytes ${this.at}-`))
      throw notAFile(status)
    // The sign-in page of a network says 200 to everything.
    if (/^text\/html\b/i.test(response.headers.get('content-type') ?? ''))
      throw new NotGiven({ kind: 'trouble', trouble: 'notCouch', status })
    const coming = Number(response.headers.get('content-length') ?? 0)
    if (coming > MOST_BYTES) throw notAFile(status)
    if ((await this.freeBytes()) < RESERVE + coming) throw new NoRoom('no room')
    return response
  }
}

/** Bytes that no machine of the office has sent. */
function notAFile(status: number): NotGiven {
  return new NotGiven({ kind: 'reply', reply: { status, body: '', serverDate: null } })
}
