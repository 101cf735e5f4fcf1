import { safeStorage } from 'electron'
import type { KeyStore } from '../services/vault/slot'

/** Linux without a key ring "encrypts" with a key that everybody knows: no store at all. */
function hasOwnKey(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false
  return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'
}

/** The key store of the system: DPAPI on Windows, the key chain on macOS, the key ring on Linux. */
export const systemKeyStore: KeyStore = {
  isSafe: hasOwnKey,
  seal: (text) => safeStorage.encryptString(text),
  open: (bytes) => safeStorage.decryptString(Buffer.from(bytes)),
}
