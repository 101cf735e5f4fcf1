import { createReadStream } from 'node:fs'

/**
 * The bytes of a file in portions, opened only when the first is asked for. A stream of Node's opens at once: where that
 * fails before anybody reads (a stick pulled out while a key is being worked out), nobody hears it and the whole
 * program ends. Throws the system's error to whoever reads.
 * @param atOnce bytes in a portion, at the most.
 */
export async function* bytesOfFile(path: string, atOnce?: number): AsyncGenerator<Uint8Array> {
  for await (const portion of createReadStream(path, { highWaterMark: atOnce })) yield portion as Uint8Array
}
