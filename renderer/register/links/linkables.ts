import { createContext, useContext } from 'react'
import type { RegisterName } from '../../../shared/domain/numbering/registers'
import type { Duty, Instant } from '../../../shared/domain/register/types'
import type { RegisterTable } from '../../data'
import type { DeskDatabase } from '../../data/core/database'

/** A record as the list of links shows it, whatever its register. */
export interface LinkedLine {
  id: string
  number: string
  /** Word of its state, already in the language of the screen. */
  state: string
  ended: boolean
  duty: Duty | null
  /** What it is about, in short. */
  text: string
  createdAt: Instant
}

/** A register whose records can be linked; one entry a register, given by the app. */
export interface Linkable {
  table: RegisterTable
  /** The register of a bare number. */
  register: RegisterName
  /** Kind of its search documents. */
  kind: string
  /** Its records open at `<route>/<id>`. */
  route: string
  read: (db: DeskDatabase, ids: string[]) => Promise<LinkedLine[]>
  /** Those of a household, at most `limit`: what waits first, then what ended last. */
  ofUnit: (db: DeskDatabase, unitId: string, limit: number) => Promise<LinkedLine[]>
}

/** The registers that know links. */
export const LinkablesContext = createContext<readonly Linkable[]>([])

/** The registers whose records can be linked with one another. */
export function useLinkables(): readonly Linkable[] {
  return useContext(LinkablesContext)
}
