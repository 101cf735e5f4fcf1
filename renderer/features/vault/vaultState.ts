import { useEffect, useSyncExternalStore } from 'react'
import type { VaultState } from '../../../shared/ipc/vaultChannels'
import { desk } from '../../platform/desk'

let current: VaultState | null = null
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Asks main again, after something was done with the vault. */
export async function refreshVault(): Promise<void> {
  const answer = await desk.invoke('vault.state', {})
  if (!answer.ok) return
  current = answer.value
  for (const listener of listeners) listener()
}

/** The office's vault as main sees it; null until it has answered. */
export function useVaultState(): VaultState | null {
  useEffect(() => void refreshVault(), [])
  return useSyncExternalStore(subscribe, () => current)
}
