import { Readable } from 'node:stream'

/** Bytes `start` to `end`, both included. */
interface Range {
  start: number
  end: number
}

/**
 * What a `Range` header asks of a file of `size` bytes: one range, null where there is none that we understand (then
 * the whole file is the answer), or 'beyond' where it lies past the end.
 */
export function rangeOf(header: string | null, size: number): Range | null | 'beyond' {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (!asked || (asked[1] === '' && asked[2] === '')) return null
  const [, from, to] = asked
  if (from === '') {
    const last = Math.min(Number(to), size)
    return last === 0 ? 'beyond' : { start: size - last, end: size - 1 }
  }
  const start = Number(from)
  const end = to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (start >= size) return 'beyond'
  return end < start ? null : { start, end }
}

/** A file to be served; `end` is included. */
export interface ServedFile {
  size: number
  read: (start: number, end: number) => AsyncIterable<Uint8Array>
}

/** A file as an answer, streamed, whole or the part that was asked for: players seek in long recordings. */
export function fileResponse(
  { size, read }: ServedFile,
  request: { method: string; headers?: Headers },
  headers: Record<string, string>,
): Response {
  const range = rangeOf(request.headers?.get('range') ?? null, size)
  const common = { ...headers, 'Accept-Ranges': 'bytes' }
  if (range === 'beyond') {
    return new Response(null, { status: 416, headers: { ...common, 'Content-Range': `bytes */${size}` } })
  }
  const { start, end } = range ?? { start: 0, end: size - 1 }
  const all = {
    ...common,
    'Content-Length': String(end - start + 1),
    ...(range ? { 'Content-Range': `bytes ${start}-${end}/${size}` } : {}),
  }
  const body = request.method === 'HEAD' || size === 0 ? null : streamOf(read(start, end))
  return new Response(body, { status: range ? 206 : 200, headers: all })
}

function streamOf(portions: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  // Node's and the web's stream types describe the same thing but do not know each other.
  return Readable.toWeb(Readable.from(portions, { objectMode: false })) as ReadableStream<Uint8Array>
}
