import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Paper } from '../../../shared/documents/definition'
import type { Refusal } from '../../../shared/util/result'
import { desk } from '../../platform/desk'
import { announce } from '../../ui/feedback/announce'
import type { Pdf } from '../worker/protocol'
import { copiesWithin, firstPrinter, type PrintChoice, recallChoice, rememberChoice } from './printChoice'
import { type Printers, usePrinters } from './usePrinters'

/** How a sheet left the app: by a printer (its name), or kept as PDF (one copy, no printer). */
export interface PrintedJob {
  way: 'printer' | 'pdf'
  /** '' for a PDF. */
  printer: string
  copies: number
}

export interface PrintJob {
  printers: Printers
  choice: PrintChoice
  change: (part: Partial<PrintChoice>) => void
  busy: 'printing' | 'saving' | null
  /** Why the last try failed; the dialog stays open with it. */
  refusal: Refusal | null
  print: () => Promise<void>
  save: () => Promise<void>
}

interface Asked {
  formCode: string
  /** What is to be printed; null while it is being made. */
  job: { pdf: Pdf; title: string; paper: Paper } | null
  /** Only after the system took it: a failure never makes a record printed. */
  onPrinted: (job: PrintedJob) => void | Promise<void>
}

/** A file name out of a title: what some systems forbid is left out. */
function fileNameOf(title: string): string {
  const plain = title.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim()
  return `${plain || 'form'}.pdf`
}

/** The steps of the print dialog: choose, print, or save as PDF. */
export function usePrintJob({ formCode, job, onPrinted }: Asked): PrintJob {
  const { t } = useTranslation('printing')
  const printers = usePrinters()
  const [kept] = useState(() => recallChoice(localStorage, formCode))
  const [changed, setChanged] = useState<Partial<PrintChoice>>({})
  const [busy, setBusy] = useState<PrintJob['busy']>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
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
    if (!job || choice.printer === '') return
    await during('printing', async () => {
      const { printer, tray } = choice
      const copies = copiesWithin(choice.copies)
      const { pdf, title, paper } = job
      const answer = await desk.invoke('printing.print', { pdf, printer, copies, paper, tray, title })
      if (!answer.ok) return answer.refusal
      rememberChoice(localStorage, formCode, { printer, copies, tray })
      await onPrinted({ way: 'printer', printer, copies })
      return null
    })
  }

  async function save(): Promise<void> {
    if (!job) return
    await during('saving', async () => {
      const answer = await desk.invoke('files.save', {
        suggestedName: fileNameOf(job.title),
        bytes: job.pdf,
      })
      if (!answer.ok) return answer.refusal
      const { path } = answer.value
      // Nothing was saved where the person thought better of it: the sheet has not left.
      if (path === null) return null
      // Said first: what the record says to its print, a refusal above all, must not be talked over.
      announce(t('savedTo', { path }))
      await onPrinted({ way: 'pdf', printer: '', copies: 1 })
      return null
    })
  }

  const change = (part: Partial<PrintChoice>): void => setChanged((before) => ({ ...before, ...part }))
  return { printers, choice, change, busy, refusal, print, save }
}
