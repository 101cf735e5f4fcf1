import { accept, refuse } from '../../shared/util/result'
import type { Ports } from './ports'
import { type HandlersOf, reads, writes } from './types'

/** The office's secrets. The page never sees the identity, and the password only to print the sheet. */
export function vaultHandlers(ports: Ports): HandlersOf<'vault'> {
  return {
    'vault.state': reads(async () => accept(await ports.vault.state())),
    'vault.create': writes(() => ports.vault.create()),
    'vault.unlock': writes(({ password }) => ports.vault.unlock(password)),
    'vault.matches': reads(async ({ password }) => accept({ matches: await ports.vault.matches(password) })),
    'vault.sheet': reads(() => ports.vault.sheet()),
    'vault.markPrinted': writes(() => ports.vault.markPrinted()),
    'vault.renew': writes(() => ports.vault.renew()),
    'vault.fieldKey': reads(async () => {
      const { kind } = await ports.vault.state()
      if (kind === 'locked' || kind === 'damaged') return refuse('vault.locked')
      const secrets = await ports.vault.secrets()
      return accept({ key: secrets && new Uint8Array(Buffer.from(secrets.fieldKey, 'base64')) })
    }),
  }
}
