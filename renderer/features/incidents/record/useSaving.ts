import { useCallback, useState } from 'react'
import type { Refusal } from '../../../../shared/util/result'
import type { CommandSpec, SavedRecord } from '../../../data'
import { beginSave } from '../../../register/saving/pendingSaves'
import { useSave } from '../../../register/saving/saving'

/** Saves small things of a record at once: a line, a tick. `refused`: what the last one came to. */
export function useSaving(recordId: string) {
  const save = useSave()
  const [refused, setRefused] = useState<Refusal | null>(null)
  const run = useCallback(
    async <I>(spec: CommandSpec<I, SavedRecord>, input: I): Promise<boolean> => {
      const ended = beginSave(recordId)
      const { refusal } = await save(spec, input)
      ended(refusal !== null)
      setRefused(refusal)
      return refusal === null
    },
    [recordId, save],
  )
  return { run, refused, forget: () => setRefused(null) }
}
