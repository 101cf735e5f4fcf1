/** A request as the network is asked for it. Redirects are never followed, cookies neither kept nor sent. */
export interface Fetching {
  method: string
  headers: Record<string, string>
  /** Portions are sent as they come, and never held together. */
  body: Uint8Array | AsyncIterable<Uint8Array> | null
  signal: AbortSignal
}

/** The network: Electron's in the app, Node's in tests. Rejects where nobody answered. */
export type SyncFetch = (url: string, fetching: Fetching) => Promise<Response>

/** Node's own. */
export const nodeFetch: SyncFetch = (url, { method, headers, body, signal }) =>
  fetch(url, {
    method,
    headers,
    signal,
    redirect: 'manual',
    ...(body === null ? {} : { body: body instanceof Uint8Array ? body : streamOf(body), duplex: 'half' }),
  } as RequestInit)

/** Asks for the next portion when the last one is gone. */
export function streamOf(source: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const portions = source[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { value, done } = await portions.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      async cancel() {
        await portions.return?.()
      },
    },
    { highWaterMark: 0 },
  )
}
