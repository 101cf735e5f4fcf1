import { readFile, rm } from 'node:fs/promises'
import { z } from 'zod'
import { type SyncServer, syncServerSchema } from '../../../shared/ipc/syncChannels'
import { writeFileAtomic } from '../atomicFile'
import type { KeyStore } from '../vault/slot'

/** What a machine remembers of the server. `password` null: the key store does not open it any more. */
export interface Remembered {
  server: SyncServer
  password: string | null
  paused: boolean
}

const fileSchema = z.strictObject({
  version: z.literal(1),
  server: syncServerSchema,
  paused: z.boolean(),
  /** Whether `password` went through the key store; else it lies in the open. */
  safe: z.boolean(),
  /** base64 */
  password: z.base64(),
})

/**
 * Reads what is remembered. In the profile and not with the office's data: an office that was restored or copied
 * elsewhere must not go about under the same account unasked. Null where there is nothing that can be read.
 */
export async function readServer(path: string, keyStore: KeyStore): Promise<Remembered | null> {
  try {
    const file = fileSchema.parse(JSON.parse(await readFile(path, 'utf8')))
    return { server: file.server, paused: file.paused, password: passwordOf(file, keyStore) }
  } catch {
    return null
  }
}

/** Remembers it. Throws the system's error; what was remembered before then stays. */
export async function writeServer(path: string, keyStore: KeyStore, remembered: Remembered): Promise<void> {
  const { server, paused, password } = remembered
  const safe = keyStore.isSafe()
  const bytes = safe ? Buffer.from(keyStore.seal(password ?? '')) : Buffer.from(password ?? '', 'utf8')
  const file = { version: 1, server, paused, safe, password: bytes.toString('base64') }
  await writeFileAtomic(path, JSON.stringify(file))
}

/** Forgets it. Throws the system's error. */
export async function removeServer(path: string): Promise<void> {
  await rm(path, { force: true })
}

function passwordOf(file: z.infer<typeof fileSchema>, keyStore: KeyStore): string | null {
  const bytes = Buffer.from(file.password, 'base64')
  try {
    return (file.safe ? keyStore.open(bytes) : bytes.toString('utf8')) || null
  } catch {
    return null
  }
}
