import { useEffect, useState } from 'react'
import type { Output } from '../../../shared/ipc/channels'
import type { Refusal } from '../../../shared/util/result'
import { desk } from '../../platform/desk'

export type Printer = Output<'printing.list'>['printers'][number]

export interface Printers {
  /** null while they are being looked for. */
  list: Printer[] | null
  /** Why they could not be listed. */
  refusal: Refusal | null
}

/** The system's printers, asked when the dialog opens: one may have been switched on meanwhile. */
export function usePrinters(): Printers {
  const [printers, setPrinters] = useState<Printers>({ list: null, refusal: null })
  useEffect(() => {
    let gone = false
    async function look(): Promise<void> {
      const answer = await desk.invoke('printing.list', {})
      if (gone) return
      setPrinters(
        answer.ok ? { list: answer.value.printers, refusal: null } : { list: [], refusal: answer.refusal },
      )
    }
    look().catch(() => setPrinters({ list: [], refusal: null }))
    return () => {
      gone = true
    }
  }, [])
  return printers
}
