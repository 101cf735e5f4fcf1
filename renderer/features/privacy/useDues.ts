import { useCallback, useEffect, useState } from 'react'
import { RETAINED, type RetentionYears } from '../../../shared/domain/privacy/types'
import { dueIn, type DueRegister, useData, useSession } from '../../data'

/** What is due in each register, without those where nothing is, and how often that was read. */
export interface Dues {
  registers: readonly DueRegister[]
  version: number
}

/**
 * Read once, and again when told: an erasure writes portion by portion, and following each would read whole registers as
 * often. Null while it is read first.
 */
export function useDues(years: RetentionYears | undefined): { dues: Dues | null; reload: () => void } {
  const { db, ports } = useData()
  const { user } = useSession()
  const [version, setVersion] = useState(0)
  const [dues, setDues] = useState<Dues | null>(null)
  useEffect(() => {
    // Periods may be set anew below on the same screen, and who reads may change.
    if (!years || !user) return undefined
    let wanted = true
    const read = async () => {
      const registers = await Promise.all(RETAINED.map((table) => dueIn(db, table, ports.now())))
      if (wanted) setDues({ version, registers: registers.filter(({ places }) => places.length > 0) })
    }
    void read()
    return () => {
      wanted = false
    }
  }, [db, ports, version, years, user])
  return { dues, reload: useCallback(() => setVersion((before) => before + 1), []) }
}
