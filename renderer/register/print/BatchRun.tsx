import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MissingText } from '../../../shared/documents/missing'
import { forms } from '../../../shared/documents/registry'
import { type PrintedMany, useData, useRun, type RegisterTable } from '../../data'
import { BatchPrintDialog, type PrintedJob } from '../../printing'
import { announce, refusalText } from '../../ui'
import { type BatchOfForm, type BatchSheets, batchSheets } from './batchSheets'
import { useSheetFacts } from './useSheetFacts'

export interface BatchRunProps<N extends RegisterTable> extends BatchOfForm<N> {
  way: PrintedMany['way']
  /** What the dialog is called, where it is no usual batch. */
  title?: string
  /** What is said once they are printed. */
  said: string
  /** `printed`: they left; else it was given up, and nothing is marked. */
  onClose: (printed: boolean) => void
}

/** One form of many records: made with its progress, looked at, printed or kept, then noted on all of them at once. */
export function BatchRun<N extends RegisterTable>(props: BatchRunProps<N>) {
  const { printing, form, way, title, said, onClose } = props
  const { t } = useTranslation('paper')
  const { db } = useData()
  const run = useRun()
  const facts = useSheetFacts()
  const [batch, setBatch] = useState<BatchSheets | null>(null)
  const [missing, setMissing] = useState<readonly MissingText[]>([])
  // The dialog closes itself right after printing, before anything is drawn anew.
  const printed = useRef(false)
  if (facts && !batch) setBatch(batchSheets(db, props, facts, setMissing))
  const mark = async (job: PrintedJob): Promise<void> => {
    const sheets = batch?.noted() ?? []
    const marked = await run(printing.commands.markPrintedMany, { form, way, copies: job.copies, sheets })
    if (!marked.ok) return announce(refusalText(marked.refusal), 'problem')
    printed.current = true
    announce(job.way === 'pdf' ? t('batch.kept', { count: sheets.length }) : said)
  }
  return (
    <BatchPrintDialog
      open
      form={forms[form]}
      title={title}
      sheets={batch?.sheets ?? null}
      missing={missing}
      explain={refusalText}
      onClose={() => onClose(printed.current)}
      onPrinted={mark}
    />
  )
}
