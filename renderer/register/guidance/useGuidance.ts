import { useEffect, useState } from 'react'
import { type GuidanceEntry, mergeGuidance } from '../../../shared/domain/guidance/merge'
import type { GuidanceMatter } from '../../../shared/domain/guidance/types'
import { listGuidanceEdits, useQuery } from '../../data'
import { loadGuidance } from './catalogue'

/** 处理指引 with what the office decided about it; undefined until both are read. */
export function useGuidance(): GuidanceEntry[] | undefined {
  const [catalogue, setCatalogue] = useState<readonly GuidanceMatter[] | null>(null)
  useEffect(() => {
    let gone = false
    void loadGuidance().then((matters) => {
      if (!gone) setCatalogue(matters)
    })
    return () => {
      gone = true
    }
  }, [])
  return useQuery(
    async (db) => {
      const edits = await listGuidanceEdits(db)
      return catalogue ? mergeGuidance(catalogue, edits) : undefined
    },
    [catalogue],
  )
}
