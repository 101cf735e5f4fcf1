import { createContext, use } from 'react'
import type { FormName } from '../../../shared/documents/registry'
import type { SheetRecord } from '../../data'

/** Whose signature a form of a record bears; '' where nobody is known. Given by the app, which knows all registers. */
export type SignerOf = (sheet: SheetRecord, form: FormName) => string

const NOBODY = Promise.resolve<SignerOf>(() => '')

/** Fetches it when a sheet is looked at first, and answers the same promise from then on. */
export const SignerContext = createContext<() => Promise<SignerOf>>(() => NOBODY)

/** Whose signature is expected, register by register. Suspends while that is fetched. */
export function useSigner(): SignerOf {
  return use(use(SignerContext)())
}
