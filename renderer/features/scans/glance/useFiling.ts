import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countWaitingScans, fileFromTrayCommand, useData } from '../../../data'
import { useSave } from '../../../register/saving/saving'
import { announce } from '../../../ui'
import { useSigner } from '../signers'
import { noteRefused } from './session'
import { asksSigner, isSure, type ScanRow } from './rows'

/** Who signed, as the glance has it; `signed` false: not noted now. */
export interface SignedBy {
  signed: boolean
  by: string
}

/** What is noted of signatures while the rows are looked at, and 归档 of all that are sure. */
export function useFiling(rows: readonly ScanRow[]) {
  const { db, ports } = useData()
  const save = useSave()
  const { t } = useTranslation('scans')
  const signerOf = useSigner()
  const [changed, setChanged] = useState<ReadonlyMap<string, SignedBy>>(new Map())
  const [busy, setBusy] = useState(false)

  const signedBy = (row: ScanRow): SignedBy => {
    const known = changed.get(row.scan.id)
    if (known) return known
    const by = row.found && row.form ? signerOf(row.found, row.form) : ''
    return { signed: by !== '', by }
  }
  const change = useCallback(
    (id: string, signed: SignedBy) => setChanged((before) => new Map(before).set(id, signed)),
    [],
  )
  const inputOf = (row: ScanRow) => {
    const { scan, found, form } = row
    const [code] = scan.codes
    if (!found || form === null || !code) return null
    const { signed, by } = signedBy(row)
    const signature =
      asksSigner(row) && signed && by.trim() !== ''
        ? { outcome: 'signed' as const, by, at: ports.now(), reason: '' }
        : null
    const { table, record } = found
    const { version } = code
    return { id: scan.id, rev: scan.rev, table, recordId: record.id, form, version, again: false, signature }
  }
  const fileAll = async (): Promise<number> => {
    setBusy(true)
    let filed = 0
    for (const row of rows.filter(isSure)) {
      const input = inputOf(row)
      if (!input) continue
      const { refusal } = await save(fileFromTrayCommand, input, undefined, () =>
        t('filedSoFar', { count: filed + 1 }),
      )
      if (refusal) noteRefused(row.found?.record.number ?? '', refusal)
      else filed += 1
    }
    setBusy(false)
    const waiting = await countWaitingScans(db)
    announce(waiting > 0 ? t('filedAndWaiting', { filed, waiting }) : t('filed', { filed }))
    return filed
  }
  return { busy, signedBy, change, fileAll }
}
