import { Decrypter, Encrypter } from 'age-encryption'
import { SCRYPT_LOG_N } from '../vault/sealed'

/** Bytes as they come, in portions of any size. */
export type Bytes = AsyncIterable<Uint8Array>

/** For whom a file is sealed: whoever has the password, or the office's own key (`age1…`). */
export type Lock = { password: string } | { recipient: string }

/** What opens a sealed file: the password of the sheet it was sealed under, or the office's identity. */
export type Key = { password: string } | { identity: string }

/** How every age file begins: tells a sealed file from a plain one. */
export const SEALED_BEGINNING = 'age-encryption.org/v1\n'

/** Seals bytes as one age file, portion by portion. */
export async function* sealing(source: Bytes, lock: Lock): AsyncGenerator<Uint8Array> {
  const encrypter = new Encrypter()
  if ('password' in lock) {
    encrypter.setPassphrase(lock.password)
    encrypter.setScryptWorkFactor(SCRYPT_LOG_N)
  } else encrypter.addRecipient(lock.recipient)
  yield* portionsOf(await encrypter.encrypt(streamOf(source)))
}

/**
 * Opens one age file, portion by portion. Throws where the key is another one (`no identity matched…`), and where a
 * bit is not as it was sealed or the end is missing: what was given before the fault was sound.
 */
export async function* opening(source: Bytes, key: Key): AsyncGenerator<Uint8Array> {
  const decrypter = new Decrypter()
  if ('password' in key) decrypter.addPassphrase(key.password)
  else decrypter.addIdentity(key.identity)
  yield* portionsOf(await decrypter.decrypt(streamOf(source)))
}

/** One portion waits at most: whoever makes them is asked for the next only when this one is taken. */
function streamOf(source: Bytes): ReadableStream<Uint8Array> {
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

async function* portionsOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader()
  let ended = false
  try {
    for (;;) {
      const { value, done } = await reader.read()
      if (done) break
      yield value
    }
    ended = true
  } finally {
    // Given up in the middle: whatever feeds the stream (an open file) is let go.
    if (!ended) await reader.cancel().catch(() => undefined)
  }
}
