import { useState } from 'react'
import { forms } from '../../../../shared/documents/registry'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import { markPrintedCommand, useQuery } from '../../../data'
import { PrintDialog, type PrintedJob } from '../../../printing'
import { announce, refusalText } from '../../../ui'
import { useSave } from '../../../register/saving/saving'
import { attachmentNamesOf } from './attachmentNames'
import type { ComplaintForm } from './form'
import { type DrawnSheet, drawSheet } from './sheets'
import { useSheetFacts } from './useSheetFacts'

export interface ComplaintPrintProps {
  record: Complaint
  form: ComplaintForm
  onClose: () => void
}

/**
 * A form of a record: the real PDF, then its print version on the record (domain 10), whether it went to a printer or
 * was kept as PDF. Both from one preview are one version.
 */
export default function ComplaintPrint({ record, form, onClose }: ComplaintPrintProps) {
  const sheet = useSheet(record, form)
  const save = useSave()
  const mark = async ({ copies, way }: PrintedJob): Promise<void> => {
    if (!sheet) return
    const { version, digest } = sheet
    const blank = record.state === 'reserved' && way === 'printer'
    const given = { form, digest, version, copies, way: blank ? ('blank' as const) : way }
    const { refusal } = await save(markPrintedCommand, { id: record.id, rev: record.rev, ...given })
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
function useSheet(record: Complaint, form: ComplaintForm): DrawnSheet | null {
  const [shown] = useState(record)
  const [sheet, setSheet] = useState<DrawnSheet | null>(null)
  const facts = useSheetFacts()
  const attachmentNames = useQuery((db) => attachmentNamesOf(db, shown), [shown])
  if (facts && attachmentNames && !sheet) setSheet(drawSheet(form, { record: shown, attachmentNames }, facts))
  return sheet
}
