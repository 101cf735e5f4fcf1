import { createContext, useContext } from 'react'
import type { FormName } from '../../../shared/documents/registry'

/** What anything drawn inside a record can ask of it. */
export interface RecordActs {
  /** Opens the form or dialog of a step, or does it; nothing where it cannot be taken now. */
  take: (step: string) => void
  /** Opens the dialog that prints the form. */
  print: (form: FormName) => void
}

export const RecordActsContext = createContext<RecordActs | null>(null)

/** For notices, panels and parts inside a `RecordFrame`: takes its steps and prints its forms. */
export function useRecordActs(): RecordActs {
  const acts = useContext(RecordActsContext)
  if (!acts) throw new Error('useRecordActs outside RecordFrame')
  return acts
}
