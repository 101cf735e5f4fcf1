import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type FormName, forms } from '../../../shared/documents/registry'
import { type RecordTables, useData, type RegisterTable } from '../../data'
import { PrintDialog, type PrintedJob } from '../../printing'
import { announce, refusalText } from '../../ui'
import { useSave } from '../saving/saving'
import type { RegisterPrinting } from './definition'
import { type DrawnSheet, drawSheet } from './drawSheet'
import { useDrawn } from './useDrawn'
import { useSheetFacts } from './useSheetFacts'

export interface RecordPrintProps<N extends RegisterTable> {
  printing: RegisterPrinting<N>
  record: RecordTables[N]
  form: FormName
  onClose: () => void
}

/**
 * A form of a record: the real PDF, then its print version on the record (domain 10), whether it went to a printer or
 * was kept as PDF. Both from one preview are one version.
 */
export default function RecordPrint<N extends RegisterTable>(props: RecordPrintProps<N>) {
  const { printing, record, form, onClose } = props
  const sheet = useSheet(props)
  const save = useSave()
  const mark = async ({ copies, way }: PrintedJob): Promise<void> => {
    if (!sheet) return
    const { version, digest } = sheet
    const blank = record.state !== 'void' && printing.isBlank(record) && way === 'printer'
    const given = { form, digest, version, copies, way: blank ? ('blank' as const) : way }
    const { refusal } = await save(printing.commands.markPrinted, {
      id: record.id,
      rev: record.rev,
      ...given,
    })
    if (refusal) announce(refusalText(refusal), 'problem')
  }
  return (
    <PrintDialog
      open
      form={forms[form]}
      definition={sheet?.definition ?? null}
      missing={sheet?.missing}
      explain={refusalText}
      onClose={onClose}
      onPrinted={mark}
    />
  )
}

/** The sheet as it was when the dialog opened: what was looked at is what is printed and marked. */
function useSheet<N extends RegisterTable>({
  printing,
  record,
  form,
  onClose,
}: RecordPrintProps<N>): DrawnSheet | null {
  const { t } = useTranslation('paper')
  const { db } = useData()
  const [shown] = useState(record)
  const facts = useSheetFacts()
  return useDrawn(facts && (() => drawSheet(printing, form, shown, facts, db)), () => {
    announce(t('batch.failed'), 'problem')
    onClose()
  })
}
