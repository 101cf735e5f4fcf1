import { useMemo, useState } from 'react'
import { getRecord, useData, useQuery, useUser } from '../../data'
import { coverage } from '../../printing'
import type { SheetFacts } from './drawSheet'

/** Who prints for which office now, the same as long as the dialog is open; null until the office is read. */
export function useSheetFacts(): SheetFacts | null {
  const { ports } = useData()
  const printedBy = useUser().name
  const [printedAt] = useState(() => ports.now())
  const read = useQuery(async (db) => {
    const [office, rules] = await Promise.all([
      db.of('office').toCollection().first(),
      getRecord(db, 'settings', 'office'),
    ])
    return office && rules ? { office, rules } : null
  }, [])
  return useMemo(() => {
    if (!read) return null
    const { estateName, officeName, demo } = read.office
    const head = { office: { estateName, officeName, demo }, printedAt, printedBy, coverage }
    return { head, rules: read.rules }
  }, [read, printedAt, printedBy])
}
