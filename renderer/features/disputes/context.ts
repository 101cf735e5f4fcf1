import { createContext, useContext } from 'react'
import type { Vocabulary } from '../../register/timeline/useTimelineWords'

/** How the fields of a table are named: lent by the app, which knows every register. */
export const VocabularyContext = createContext<(table: string, row: Record<string, unknown>) => Vocabulary>(
  () => ({
    namespace: 'disputes',
    labels: {},
    values: {},
  }),
)

export function useVocabulary(table: string, row: Record<string, unknown>): Vocabulary {
  return useContext(VocabularyContext)(table, row)
}
