import { useTranslation } from 'react-i18next'
import { forms } from '../../../shared/documents/registry'
import { type PrintedMany, type RecordTables, type RegisterTable, useData, useRun } from '../../data'
import { PrintDialog, type PrintedJob } from '../../printing'
import { announce, refusalText } from '../../ui'
import type { OfBatchProps } from './BatchPrint'
import type { ListForm, RegisterPrinting } from './definition'
import { drawList, type ListSheet } from './listSheet'
import { useDrawn } from './useDrawn'
import { useRows } from './useRows'
import { useSheetFacts } from './useSheetFacts'

interface ListPrintProps<N extends RegisterTable> extends OfBatchProps<N> {
  list: ListForm<RecordTables[N]>
  /** How its rows left, where they are prints of their records. */
  way?: PrintedMany['way']
  /** What is said once they are noted. */
  said?: string
  /** It left, and was noted. */
  onPrinted?: () => void
}

/** One sheet of what is selected or filtered; the print is logged (domain 13), and on its records where they are on it. */
export function ListPrint<N extends RegisterTable>(props: ListPrintProps<N>) {
  const { printing, list, batch, onClose } = props
  const { t } = useTranslation('paper')
  const { db } = useData()
  const facts = useSheetFacts()
  const rows = useRows(batch, list, onClose)
  const ready = facts && rows && (() => drawList(list, rows, batch.words, facts, db))
  const drawn = useDrawn(ready, () => {
    announce(t('batch.failed'), 'problem')
    onClose()
  })
  const note = useNote(printing, props)
  return (
    <PrintDialog
      open
      form={forms[list.form]}
      definition={drawn?.definition ?? null}
      missing={drawn?.missing}
      explain={refusalText}
      onClose={onClose}
      onPrinted={(job) => (drawn ? note(drawn, rows?.length ?? 0, job) : undefined)}
    />
  )
}

/** Notes that the sheet left: on each of its records, or in the log alone. */
function useNote<N extends RegisterTable>(
  { commands }: RegisterPrinting<N>,
  { list: { form }, batch, way = 'batch', said, onPrinted }: ListPrintProps<N>,
) {
  const run = useRun()
  const { t } = useTranslation('paper')
  return async ({ noted }: ListSheet, count: number, job: PrintedJob): Promise<void> => {
    const done =
      noted && noted.length > 0
        ? await run(commands.markPrintedMany, { form, way, copies: job.copies, sheets: noted })
        : await run(commands.printList, { form, rows: count, way: job.way, about: batch.words })
    if (!done.ok) return announce(refusalText(done.refusal), 'problem')
    const printed = said ?? t('batch.done', { count: noted?.length ?? 0 })
    if (noted) announce(job.way === 'pdf' ? t('batch.kept', { count: noted.length }) : printed)
    onPrinted?.()
  }
}
