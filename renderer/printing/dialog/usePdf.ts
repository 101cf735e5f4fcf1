import { useEffect, useState } from 'react'
import type { PrintDefinition } from '../../../shared/documents/definition'
import { renderForm } from '../printing'
import type { Pdf } from '../worker/protocol'

export interface MadePdf {
  /** null while it is being made. */
  pdf: Pdf | null
  failed: boolean
}

const MAKING: MadePdf = { pdf: null, failed: false }

/** The PDF of a definition, made in the print worker; given up when the definition changes or the dialog closes. */
export function usePdf(definition: PrintDefinition | null): MadePdf {
  const [made, setMade] = useState<(MadePdf & { of: PrintDefinition }) | null>(null)
  useEffect(() => {
    if (!definition) return undefined
    const stop = new AbortController()
    const settle = (pdf: Pdf | null): void => {
      if (!stop.signal.aborted) setMade({ of: definition, pdf, failed: pdf === null })
    }
    renderForm(definition, { signal: stop.signal }).then(settle, () => settle(null))
    return () => stop.abort()
  }, [definition])
  return made && made.of === definition ? made : MAKING
}
