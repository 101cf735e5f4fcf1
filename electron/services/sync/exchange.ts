import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'
import type { SyncOutcome, SyncReply, SyncTrouble } from '../../../shared/ipc/syncChannels'
import type { Log } from '../log'
import { type Call, Cancelled, TimedOut } from './calls'
import type { Fetching, SyncFetch } from './fetching'
import { codeOfError, troubleOfAnswer, troubleOfError } from './trouble'

const zip = promisify(gzip)

/** Smaller bodies are sent as they are: there is nothing to be won. */
const ZIP_BYTES = 1024
/** More is no answer of ours: the page asks in portions. */
const MOST_BYTES = 64 * 1024 * 1024
/** A refusal has no more to say; longer ones are a proxy's pages. */
const MOST_REFUSAL_BYTES = 64 * 1024

/** Who asks. Null asks nobody's right: a server says without it what it is. */
export interface Account {
  user: string
  password: string
}

/** One request, its address already checked. */
export interface Asked {
  url: string
  method: string
  /** JSON, or portions of a file, which are sent as they come. */
  body: string | AsyncIterable<Uint8Array> | null
  account: Account | null
  headers?: Record<string, string>
}

/** What an exchange needs of the world. */
export interface Network {
  fetch: SyncFetch
  /** Whether this machine has a network at all, as far as the system knows. */
  isOnline: () => boolean
  log: Log
}

/** More came than an answer may have. */
class TooMuch extends Error {
  override name = 'TooMuch'
}

/**
 * Asks once and judges the answer. Never throws for what network or server do; what cannot be told apart by the answer
 * is the caller's.
 */
export async function exchange(network: Network, asked: Asked, call: Call): Promise<SyncOutcome> {
  try {
    const response = await answerTo(network, asked, call)
    return await outcomeOf(network, asked.method, response, call)
  } catch (error) {
    return outcomeOfError(network, whyOf(error, call))
  }
}

/** A network has words of its own for a request that was called off. */
export function whyOf(error: unknown, { signal }: Call): unknown {
  return signal.aborted ? signal.reason : error
}

/** What an error comes to. */
export function outcomeOfError({ isOnline, log }: Network, error: unknown): SyncOutcome {
  if (error instanceof Cancelled) return { kind: 'cancelled' }
  const why =
    error instanceof TooMuch
      ? 'tooLarge'
      : error instanceof TimedOut
        ? 'busy'
        : troubleOfError(error, isOnline())
  log.write('warn', 'sync.trouble', [why, codeOfError(error)])
  return trouble(why, null)
}

/** The answer's head; its body is still to be read. Rejects where nobody answered. */
export async function answerTo({ fetch }: Network, asked: Asked, call: Call): Promise<Response> {
  const { url, method, account } = asked
  const headers: Record<string, string> = { accept: 'application/json', ...asked.headers }
  if (account) headers['authorization'] = basicOf(account)
  const body = await bodyOf(asked.body, headers)
  return Promise.race([fetch(url, { method, headers, body, signal: call.signal }), call.broken])
}

/** What an answer comes to, its body read within bounds. Rejects where it breaks off. */
export async function outcomeOf(
  { log }: Network,
  method: string,
  response: Response,
  call: Call,
): Promise<SyncOutcome> {
  const { status } = response
  const type = response.headers.get('content-type') ?? ''
  // An answer without a body may leave out what the body would be.
  const isJson = method === 'HEAD' ? !/html/i.test(type) : /^application\/json\b/i.test(type)
  const isRefusal = status >= 300
  const text =
    method !== 'HEAD' && isJson
      ? await textOf(response, isRefusal ? MOST_REFUSAL_BYTES : MOST_BYTES, call)
      : null
  const why = troubleOfAnswer({ method, status, isJson, text })
  if (!why) return { kind: 'reply', reply: { status, body: text ?? '', serverDate: dateOf(response) } }
  log.write('warn', 'sync.trouble', [why, status])
  return trouble(why, status)
}

export function trouble(why: SyncTrouble, status: number | null): SyncOutcome {
  return { kind: 'trouble', trouble: why, status }
}

/** The server's clock, as an instant. */
export function dateOf(response: Response): SyncReply['serverDate'] {
  const at = Date.parse(response.headers.get('date') ?? '')
  return Number.isNaN(at) ? null : new Date(at).toISOString()
}

function basicOf({ user, password }: Account): string {
  return `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`
}

async function bodyOf(body: Asked['body'], headers: Record<string, string>): Promise<Fetching['body']> {
  if (body === null || typeof body !== 'string') return body
  headers['content-type'] = 'application/json'
  const bytes = Buffer.from(body, 'utf8')
  if (bytes.length <= ZIP_BYTES) return bytes
  headers['content-encoding'] = 'gzip'
  // In the pool of threads: what is being saved meanwhile must not wait for it.
  return zip(bytes, { level: constants.Z_BEST_SPEED })
}

async function textOf(response: Response, most: number, call: Call): Promise<string> {
  if (Number(response.headers.get('content-length') ?? 0) > most) throw new TooMuch()
  const portions: Uint8Array[] = []
  let bytes = 0
  for await (const portion of portionsOf(response, call)) {
    bytes += portion.length
    if (bytes > most) throw new TooMuch()
    portions.push(portion)
  }
  return Buffer.concat(portions).toString('utf8')
}

/** The body's portions as they come. Rejects where it breaks off or is called off. */
export async function* portionsOf(response: Response, { broken }: Call): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader()
  if (!reader) return
  try {
    for (;;) {
      const { value, done } = await Promise.race([reader.read(), broken])
      if (done) return
      yield value
    }
  } finally {
    // It is read to its end, or the rest is nobody's: the answer to this is not waited for.
    reader.cancel().catch(() => undefined)
  }
}
