import { useEffect, useState } from 'react'
import type { Matter, Similar } from '../../../../shared/domain/complaint'
import { canonicalJson } from '../../../../shared/util/canonicalJson'
import { findSimilar, getRecords, unitIdOf, useData, useQuery } from '../../../data'

/** How long nothing must have been typed, ms: the search is for whoever pauses, not for each key. */
const PAUSE_MS = 400
const SHOWN = 4
const NONE: readonly Similar[] = []

/** What is looked for: a matter, and the door number of an intake whose household was not chosen. */
export interface SimilarRequest {
  matter: Matter
  unitCode: string
}

/**
 * Complaints that may be about the same, likeliest first, each as it is now; what was found stays in sight until the
 * next answer, so that nothing jumps while somebody types.
 * @param request null asks for nothing.
 * @param exceptId the record itself; '' for an intake.
 */
export function useSimilar(request: SimilarRequest | null, exceptId = ''): readonly Similar[] {
  const { db, search, ports } = useData()
  const [found, setFound] = useState<readonly Similar[]>(NONE)
  const asked = request ? canonicalJson(request) : ''
  useEffect(() => {
    let overtaken = false
    const find = async (): Promise<void> => {
      const similar = asked === '' ? NONE : await ask(JSON.parse(asked) as SimilarRequest)
      if (!overtaken) setFound(similar)
    }
    const ask = async ({ matter, unitCode }: SimilarRequest): Promise<readonly Similar[]> => {
      const typed = matter.unitIds.length === 0 && unitCode ? await unitIdOf(db, unitCode) : null
      const whole = typed ? { ...matter, unitIds: [typed] } : matter
      return findSimilar(db, search, whole, ports.now(), exceptId)
    }
    const timer = setTimeout(() => void find(), PAUSE_MS)
    return () => {
      overtaken = true
      clearTimeout(timer)
    }
  }, [asked, exceptId, db, search, ports])
  const ids = found.slice(0, SHOWN).map(({ record }) => record.id)
  const rows = useQuery((base) => getRecords(base, 'complaints', [...ids]), [ids.join(' ')])
  return found.slice(0, SHOWN).flatMap((one) => {
    const record = rows?.find(({ id }) => id === one.record.id)
    return record && record.state !== 'void' && record.joinedInto === null ? [{ ...one, record }] : []
  })
}
