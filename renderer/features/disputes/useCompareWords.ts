import { useMemo } from 'react'
import { useTimelineWords } from '../../register/timeline/useTimelineWords'
import { translateKey } from '../../ui'
import { useVocabulary } from './context'
import type { CompareWords } from './rows'

/** How the fields of a table's records are named and said: as in the record's timeline. */
export function useCompareWords(table: string, row: Record<string, unknown>): CompareWords {
  const words = useTimelineWords(useVocabulary(table, row))
  return useMemo(
    () => ({
      ...words,
      common: (name) => translateKey(`disputes:field.${name}`, undefined, '') || null,
      other: translateKey('disputes:field.other'),
    }),
    [words],
  )
}
