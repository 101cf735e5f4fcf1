import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { writeFileAtomic } from '../atomicFile'
import { type Secrets, secretsSchema } from './sealed'

/** The system's key store, as Electron's `safeStorage` gives it. */
export interface KeyStore {
  /** False where the system has none, or one that keeps its key in the open. */
  isSafe(): boolean
  seal(text: string): Uint8Array
  /** Throws where the bytes were sealed by another user, another machine, or a key that is gone. */
  open(bytes: Uint8Array): string
}

const slotSchema = z.strictObject({
  version: z.literal(1),
  /** Whether `secrets` went through the key store; else they are JSON in the open. */
  safe: z.boolean(),
  /** base64 */
  secrets: z.base64(),
})

/**
 * The secrets as this machine keeps them, so that nobody types a password in the morning. Null where there are none, or
 * the key store no longer opens them: then the 《恢复单》 is asked for.
 */
export async function readSlot(path: string, keyStore: KeyStore): Promise<Secrets | null> {
  try {
    const slot = slotSchema.parse(JSON.parse(await readFile(path, 'utf8')))
    const bytes = Buffer.from(slot.secrets, 'base64')
    const text = slot.safe ? keyStore.open(bytes) : bytes.toString('utf8')
    return secretsSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** Keeps the secrets on this machine. Throws the system's error. */
export async function writeSlot(path: string, keyStore: KeyStore, secrets: Secrets): Promise<void> {
  const text = JSON.stringify(secrets)
  const safe = keyStore.isSafe()
  const bytes = safe ? Buffer.from(keyStore.seal(text)) : Buffer.from(text, 'utf8')
  await writeFileAtomic(path, JSON.stringify({ version: 1, safe, secrets: bytes.toString('base64') }))
}
