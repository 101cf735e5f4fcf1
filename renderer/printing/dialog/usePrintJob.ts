import { useState } from 'react'
import type { PrintDefinition } from '../../../shared/documents/definition'
import type { Refusal } from '../../../shared/util/result'
import { desk } from '../../platform/desk'
import type { Pdf } from '../worker/protocol'
import { copiesWithin, firstPrinter, type PrintChoice, recallChoice, rememberChoice } from './printChoice'
import { type Printers, usePrinters } from './usePrinters'

export interface PrintJob {
  printers: Printers
  choice: PrintChoice
  change: (part: Partial<PrintChoice>) => void
  busy: 'printing' | 'saving' | null
  /** Why the last try failed; the dialog stays open with it. */
  refusal: Refusal | null
  /** Where the PDF was saved last. */
  savedTo: string | null
  print: () => Promise<void>
  save: () => Promise<void>
}

interface Asked {
  formCode: string
  definition: PrintDefinition | null
  pdf: Pdf | null
  /** Only after the system took the job: a failure never makes a record printed. */
  onPrinted: (job: { printer: string; copies: number }) => void | Promise<void>
}

/** A file name out of a title: what some systems forbid is left out. */
export function fileNameOf(title: string): string {
  const plain = title.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim()
  return `${plain || 'form'}.pdf`
}

/** The steps of the print dialog: choose, print, or save as PDF. */
export function usePrintJob({ formCode, definition, pdf, onPrinted }: Asked): PrintJob {
  const printers = usePrinters()
  const [kept] = useState(() => recallChoice(localStorage, formCode))
  const [changed, setChanged] = useState<Partial<PrintChoice>>({})
  const [busy, setBusy] = useState<PrintJob['busy']>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [savedTo, setSavedTo] = useState<string | null>(null)
  const choice = { ...kept, printer: firstPrinter(kept.printer, printers.list ?? []), ...changed }

  async function during(step: 'printing' | 'saving', work: () => Promise<Refusal | null>): Promise<void> {
    if (busy) return
    setBusy(step)
    setRefusal(null)
    setRefusal(
      await work().catch(() => ({
        key: 'printing.failed',
        params: { cause: step, printer: choice.printer },
      })),
    )
    setBusy(null)
  }

  async function print(): Promise<void> {
    if (!pdf || !definition || choice.printer === '') return
    await during('printing', async () => {
      const { printer, tray } = choice
      const copies = copiesWithin(choice.copies)
      const { title, paper } = definition
      const answer = await desk.invoke('printing.print', { pdf, printer, copies, paper, tray, title })
      if (!answer.ok) return answer.refusal
      rememberChoice(localStorage, formCode, { printer, copies, tray })
      await onPrinted({ printer, copies })
      return null
    })
  }

  async function save(): Promise<void> {
    if (!pdf || !definition) return
    await during('saving', async () => {
      const suggestedName = fileNameOf(definition.title)
      const answer = await desk.invoke('files.save', { suggestedName, bytes: pdf })
      if (!answer.ok) return answer.refusal
      setSavedTo(answer.value.path)
      return null
    })
  }

  const change = (part: Partial<PrintChoice>): void => setChanged((before) => ({ ...before, ...part }))
  return { printers, choice, change, busy, refusal, savedTo, print, save }
}
