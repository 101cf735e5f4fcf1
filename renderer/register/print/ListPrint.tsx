import { useTranslation } from 'react-i18next'
import { forms } from '../../../shared/documents/registry'
import { type RecordTables, useData, useRun, type RegisterTable } from '../../data'
import { PrintDialog, type PrintedJob } from '../../printing'
import { announce, refusalText } from '../../ui'
import type { OfBatchProps } from './BatchPrint'
import type { ListForm } from './definition'
import { useDrawn } from './useDrawn'
import { useRows } from './useRows'
import { useSheetFacts } from './useSheetFacts'

type ListPrintProps<N extends RegisterTable> = OfBatchProps<N> & { list: ListForm<RecordTables[N]> }

/** One sheet of what is selected or filtered; it changes no record, and the print is logged (domain 13). */
export function ListPrint<N extends RegisterTable>({ printing, list, batch, onClose }: ListPrintProps<N>) {
  const { t } = useTranslation('paper')
  const { db } = useData()
  const run = useRun()
  const facts = useSheetFacts()
  const rows = useRows(batch, list, onClose)
  const ready = facts && rows
  const given = facts && { rules: facts.rules, db, filter: batch.words }
  const draw = ready && given && (() => list.draw(rows, facts.head, given))
  const drawn = useDrawn(draw, () => {
    announce(t('batch.failed'), 'problem')
    onClose()
  })
  const note = async ({ way }: PrintedJob): Promise<void> => {
    const printed = { form: list.form, rows: rows?.length ?? 0, way, about: batch.words }
    const noted = await run(printing.commands.printList, printed)
    if (!noted.ok) announce(refusalText(noted.refusal), 'problem')
  }
  return (
    <PrintDialog
      open
      form={forms[list.form]}
      definition={drawn?.definition ?? null}
      missing={drawn?.missing}
      explain={refusalText}
      onClose={onClose}
      onPrinted={note}
    />
  )
}
