import { createContext, useContext } from 'react'
import type { FormName } from '../../../shared/documents/registry'
import type { SheetRecord } from '../../data'

/** Whose signature a form of a record bears; '' where nobody is known. Given by the app, which knows all registers. */
export type SignerOf = (sheet: SheetRecord, form: FormName) => string

export const SignerContext = createContext<SignerOf>(() => '')

/** Whose signature is expected, register by register. */
export function useSigner(): SignerOf {
  return useContext(SignerContext)
}
