import { useMemo, useState } from 'react'
import { useData, useQuery, useUser } from '../../../data'
import { coverage } from '../../../printing'
import type { SheetFacts } from './sheets'

/** Who prints for which office now, the same as long as the dialog is open; null until the office is read. */
export function useSheetFacts(): SheetFacts | null {
  const { ports } = useData()
  const printedBy = useUser().name
  const [printedAt] = useState(() => ports.now())
  const office = useQuery((db) => db.of('office').toCollection().first(), [])
  return useMemo(() => {
    if (!office) return null
    const { estateName, officeName, demo } = office
    return { office: { estateName, officeName, demo }, printedAt, printedBy, coverage }
  }, [office, printedAt, printedBy])
}
