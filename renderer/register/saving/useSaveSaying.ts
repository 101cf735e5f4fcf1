import { useCallback } from 'react'
import type { Refusal } from '../../../shared/util/result'
import { type CommandSpec, useRun } from '../../data'
import { announce, refusalText } from '../../ui'

/** Runs a command on what has no number of its own: says `words` once it is in both places, answers the refusal or null. */
export function useSaveSaying(): <I, O>(
  spec: CommandSpec<I, O>,
  input: I,
  words: string,
) => Promise<Refusal | null> {
  const run = useRun()
  return useCallback(
    async (spec, input, words) => {
      const saved = await run(spec, input)
      if (!saved.ok) return saved.refusal
      // Only what the journal has flushed too may be called saved (quality 1).
      if (saved.value.confirmed) announce(words)
      else announce(refusalText({ key: 'journal.unavailable' }), 'problem')
      return null
    },
    [run],
  )
}
