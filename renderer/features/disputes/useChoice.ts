import { useState } from 'react'
import type { DisputedField } from '../../../shared/domain/dispute/types'
import { chosenWith } from '../../../shared/sync/merge'
import { isSyncTable } from '../../../shared/sync/travel'

/** Of which fields the waiting value is chosen; those that go together are chosen together. */
export interface Choosing {
  chosen: readonly string[]
  choose: (path: string, side: 'inForce' | 'waiting') => void
}

export function useChoice(table: string, fields: readonly DisputedField[]): Choosing {
  const [chosen, setChosen] = useState<readonly string[]>([])
  const choose: Choosing['choose'] = (path, side) => {
    const along = isSyncTable(table) ? chosenWith(table, fields, path) : [path]
    const others = chosen.filter((one) => !along.includes(one))
    setChosen(side === 'waiting' ? [...others, ...along] : others)
  }
  return { chosen, choose }
}
