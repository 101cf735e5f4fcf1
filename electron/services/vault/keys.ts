import { type JournalKey, journalKeyFrom } from '../journal/seal'
import type { FileKeys } from '../attachments/content'
import type { Vault } from './vault'

/** What the journal is told whenever lines are written or read. */
export function journalKeyOf(vault: Vault): () => Promise<JournalKey> {
  let known: { fieldKey: string; key: Uint8Array } | null = null
  return async () => {
    const secrets = await vault.secrets()
    if (!secrets) return (await vault.state()).kind === 'none' ? { kind: 'none' } : { kind: 'locked' }
    const { fieldKey } = secrets
    if (known?.fieldKey !== fieldKey) {
      known = { fieldKey, key: journalKeyFrom(Buffer.from(fieldKey, 'base64')) }
    }
    return { kind: 'open', key: known.key }
  }
}

/** What the store of attachments is told whenever files are kept or read. */
export function fileKeysOf(vault: Vault): FileKeys {
  return {
    recipient: () => vault.recipient(),
    identity: async () => (await vault.secrets())?.identity ?? null,
  }
}
