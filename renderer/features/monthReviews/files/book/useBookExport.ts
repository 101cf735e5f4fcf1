import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sha256Hex } from '../../../../../shared/util/digest'
import { noteMonthBookCommand, useData } from '../../../../data'
import { desk } from '../../../../platform/desk'
import { useMonthSheets } from '../../../../register/export/monthSheets'
import { writeBook } from '../../../../register/export/writeSheet'
import { announce, formatNumber, refusalText } from '../../../../ui'
import { useMonth } from '../../shell/month'
import { useOffice, useReadStatistics } from '../useFacts'
import { officeWord, registerWord, reviewSheets } from './sheets'

/** How far the file is; `total` null while the month is still read. */
export interface BookProgress {
  done: number
  total: number | null
  elapsedMs: number
}

export interface BookExport {
  /** null while the month is not read yet. */
  run: (() => void) | null
  progress: BookProgress | null
  cancel: () => void
}

/**
 * The .xlsx of a month, one sheet a register: written beside the work, noted in the chain (domain 13), then handed to
 * the system's save dialog.
 */
export function useBookExport(): BookExport {
  const { t } = useTranslation(['monthFiles', 'list'])
  const data = useData()
  const { month, record, view, checks } = useMonth()
  const office = useOffice()
  const readStatistics = useReadStatistics()
  const loadSheets = useMonthSheets()
  const [progress, setProgress] = useState<BookProgress | null>(null)
  const stop = useRef<AbortController | null>(null)
  useEffect(() => () => stop.current?.abort(), [])
  const ready = view && checks && office

  const make = async (signal: AbortSignal) => {
    if (!ready) return
    const since = Date.now()
    setProgress({ done: 0, total: null, elapsedMs: 0 })
    const [statistics, registers] = await Promise.all([readStatistics(view), loadSheets()])
    const { before, after } = reviewSheets(statistics, checks, record?.reasons ?? [])
    const records = registers.reduce((sum, { count }) => sum + count(view), 0)
    const sheets = [
      ...before,
      ...registers.map(({ table, sheet }) => sheet(registerWord(table), view)),
      ...after,
    ]
    const { bytes } = await writeBook(sheets, {
      signal,
      onProgress: (done) =>
        setProgress({ done, total: Math.max(done, records), elapsedMs: Date.now() - since }),
    })
    signal.throwIfAborted()
    const note = { month, sheets: sheets.length, records, sha256: sha256Hex(bytes) }
    const noted = await data.run(noteMonthBookCommand, note)
    if (!noted.ok) return announce(refusalText(noted.refusal), 'problem')
    const name = officeWord('monthFiles:book.fileName', { estate: office.estateName })
    const saved = await desk.invoke('files.save', { suggestedName: `${name}-${month}.xlsx`, bytes })
    if (!saved.ok) return announce(refusalText(saved.refusal), 'problem')
    const { path } = saved.value
    const said = path
      ? t('book.done', { sheets: sheets.length, number: formatNumber(records), path })
      : t('given.book')
    announce(said, 'plain')
  }
  const run = () => {
    if (progress) return
    const controller = new AbortController()
    stop.current = controller
    void make(controller.signal)
      .catch(() =>
        controller.signal.aborted
          ? announce(t('list:export.cancelled'), 'plain')
          : announce(t('list:export.failed'), 'problem'),
      )
      .finally(() => setProgress(null))
  }
  return { run: ready ? run : null, progress, cancel: () => stop.current?.abort() }
}
