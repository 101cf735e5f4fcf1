import { useCallback } from 'react'
import { noteSheetCommand, useRun } from '../../data'
import { desk } from '../../platform/desk'
import { announce, refusalText } from '../../ui'
import { refreshVault } from './vaultState'

/** Remembers that the 《恢复单》 left the app, on paper or as a file, and notes it in the chain. */
export function useMarkPrinted(): (sheetId: string) => Promise<void> {
  const run = useRun()
  return useCallback(
    async (sheetId) => {
      const marked = await desk.invoke('vault.markPrinted', {})
      const noted = marked.ok ? await run(noteSheetCommand, { step: 'printed' as const, sheetId }) : marked
      if (!noted.ok) announce(refusalText(noted.refusal), 'problem')
      await refreshVault()
    },
    [run],
  )
}
