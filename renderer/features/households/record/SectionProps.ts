import type { Household } from '../../../data'
import type { Editing } from './editing'

/** Tables whose entries can be voided from a household's record. */
export type VoidableTable = 'units' | 'persons' | 'vehicles' | 'careFlags' | 'instructions'

/** What every section of a household's record is given. */
export interface SectionProps {
  household: Household
  today: string
  /** Whether this role may change households. */
  writes: boolean
  onEdit: (editing: Editing) => void
  /** Asks for a reason and voids; null where the role may not. */
  onVoid: ((table: VoidableTable, id: string, name: string) => void) | null
  /** Ends a flag or an instruction today. */
  onEnd: (table: 'careFlags' | 'instructions', id: string, name: string) => void
}
