import { createContext, useContext } from 'react'
import type { Office, User } from '../../../shared/domain/office/types'
import type { Register } from '../register'

export interface ShellFacts {
  office: Office
  user: User
  /** All registers, also those this user does not see. */
  registers: readonly Register[]
}

export const ShellContext = createContext<ShellFacts | null>(null)

/** The office and who is signed in, for the frame. */
export function useShell(): ShellFacts {
  const facts = useContext(ShellContext)
  if (!facts) throw new Error('useShell outside Shell')
  return facts
}
