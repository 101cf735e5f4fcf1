import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type ClientRequest, type IncomingMessage, net, type Session, session } from 'electron'
import type { Fetching, SyncFetch } from '../services/sync/fetching'

/** Memory only: no cookie, no cached answer outlives the program, and none of it is the windows'. */
const PARTITION = 'sync'

/** As the system sees it: true where it cannot tell. */
export function isOnline(): boolean {
  return net.isOnline()
}

/** The network with the system's proxy and the system's certificates. */
export const syncFetch: SyncFetch = (url, fetching) => {
  const own = session.fromPartition(PARTITION, { cache: false })
  const { body } = fetching
  return body === null || body instanceof Uint8Array
    ? fetchWhole(own, url, fetching, body)
    : sendPortions(own, url, fetching, body)
}

function fetchWhole(
  own: Session,
  url: string,
  { method, headers, signal }: Fetching,
  body: Uint8Array | null,
): Promise<Response> {
  const bytes = body === null ? {} : { body: new Uint8Array(body) }
  return own.fetch(url, {
    method,
    headers,
    signal,
    redirect: 'manual',
    credentials: 'omit',
    ...bytes,
  })
}

/** `Session.fetch` holds a body together before it sends it; a request that is told to send portions does not. */
function sendPortions(
  own: Session,
  url: string,
  { method, headers, signal }: Fetching,
  body: AsyncIterable<Uint8Array>,
): Promise<Response> {
  const request = net.request({ session: own, url, method, headers, redirect: 'error', credentials: 'omit' })
  request.chunkedEncoding = true
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      request.abort()
      reject(signal.reason)
    }
    if (signal.aborted) return stop()
    signal.addEventListener('abort', stop, { once: true })
    request.on('response', (message) => resolve(responseOf(message)))
    request.on('error', reject)
    request.on('login', (_info, callback) => callback())
    pipeline(Readable.from(body), writableOf(request)).catch((error: unknown) => {
      // What was read for it broke off: half a file is none.
      request.abort()
      reject(error)
    })
  })
}

/** Electron's type leaves out that a request is a stream. */
function writableOf(request: ClientRequest): NodeJS.WritableStream {
  return request as unknown as NodeJS.WritableStream
}

function responseOf(message: IncomingMessage): Response {
  const headers = new Headers()
  for (const [name, value] of Object.entries(message.headers))
    headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  const { statusCode: status } = message
  const hasBody = ![101, 204, 205, 304].includes(status)
  // Electron's type leaves out that a message is a stream.
  const stream = Readable.toWeb(message as unknown as Readable) as ReadableStream<Uint8Array>
  return new Response(hasBody ? stream : null, { status, headers })
}
