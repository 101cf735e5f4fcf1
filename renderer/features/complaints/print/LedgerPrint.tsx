import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { complaintLedgerForm, ledgerMissing } from '../../../../shared/documents/complaintLedger/form'
import { forms } from '../../../../shared/documents/registry'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import { civilDayOf } from '../../../../shared/util/civilTime'
import { notePrintedListCommand, useRun } from '../../../data'
import { PrintDialog, type PrintedJob } from '../../../printing'
import type { Batch } from '../../../register/list/batch'
import { announce, formatNumber, refusalText } from '../../../ui'
import type { SheetFacts } from './sheets'
import { useSheetFacts } from './useSheetFacts'

/** Most rows of one ledger: over a hundred pages nobody reads it. */
const MOST_ROWS = 2_000

interface LedgerPrintProps {
  batch: Batch<'complaints'>
  onClose: () => void
}

/** 《投诉登记台账》 of what is selected or filtered; it changes no record, and the print is logged (domain 13). */
export default function LedgerPrint({ batch, onClose }: LedgerPrintProps) {
  const run = useRun()
  const facts = useSheetFacts()
  const rows = useRows(batch, onClose)
  const [drawn, setDrawn] = useState<ReturnType<typeof draw> | null>(null)
  if (facts && rows && !drawn) setDrawn(draw(rows, batch.words, facts))
  const note = async ({ way }: PrintedJob): Promise<void> => {
    const given = { form: 'complaintLedger', rows: rows?.length ?? 0, way, about: batch.words }
    const noted = await run(notePrintedListCommand, given)
    if (!noted.ok) announce(refusalText(noted.refusal), 'problem')
  }
  return (
    <PrintDialog
      open
      form={forms.complaintLedger}
      definition={drawn?.definition ?? null}
      missing={drawn?.missing}
      explain={refusalText}
      onClose={onClose}
      onPrinted={note}
    />
  )
}

function draw(rows: readonly Complaint[], filter: string, { head }: SheetFacts) {
  const input = { sheet: head, period: periodOf(rows), filter, rows }
  return { definition: complaintLedgerForm(input), missing: ledgerMissing(input) }
}

/** First and last day of registration, in the words of the paper. */
function periodOf(rows: readonly Complaint[]): string {
  const days = rows.map(({ intake }) => civilDayOf(intake.registeredAt)).sort()
  const [first = ''] = days
  const last = days.at(-1) ?? ''
  return first === last ? first : `${first} 至 ${last}`
}

/** The rows of the batch as it was asked for; too many are refused in words. */
function useRows(batch: Batch<'complaints'>, onRefused: () => void): Complaint[] | null {
  const { t } = useTranslation('paper')
  const [asked] = useState(() => batch.records)
  const [rows, setRows] = useState<Complaint[] | null>(null)
  const refused = useRef(onRefused)
  useEffect(() => {
    const stop = new AbortController()
    const refuse = (why: string): void => {
      if (stop.signal.aborted) return
      announce(why, 'problem')
      refused.current()
    }
    rowsOf(asked(), stop.signal).then(
      (read) => {
        if (stop.signal.aborted) return
        if (read) setRows(read)
        else refuse(t('ledger.tooMany', { max: formatNumber(MOST_ROWS) }))
      },
      () => refuse(t('batch.failed')),
    )
    return () => stop.abort()
  }, [asked, t])
  return rows
}

/** All rows, or null where they are too many for one ledger. */
async function rowsOf(
  portions: AsyncIterable<readonly Complaint[]>,
  signal: AbortSignal,
): Promise<Complaint[] | null> {
  const rows: Complaint[] = []
  for await (const part of portions) {
    signal.throwIfAborted()
    rows.push(...part)
    if (rows.length > MOST_ROWS) return null
  }
  return rows
}
