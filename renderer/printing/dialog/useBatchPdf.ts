import { useEffect, useState } from 'react'
import { type LazySheet, SheetFailed } from '../printClient'
import { renderBatch } from '../printing'
import type { Pdf } from '../worker/protocol'

export interface BatchPdf {
  /** null while it is being made. */
  pdf: Pdf | null
  failed: boolean
  /** Which sheet could not be drawn; '' where that is not known. */
  failedAt: string
  /** How many sheets are done; null while it is not known how many there are. */
  done: number
  total: number | null
  elapsedMs: number
}

const WAITING: BatchPdf = { pdf: null, failed: false, failedAt: '', done: 0, total: null, elapsedMs: 0 }

/** One PDF of many sheets, made in the print worker; given up when the sheets change or the dialog closes. */
export function useBatchPdf(sheets: readonly LazySheet[] | null, title: string): BatchPdf {
  const [made, setMade] = useState<(BatchPdf & { of: readonly LazySheet[] }) | null>(null)
  useEffect(() => {
    if (!sheets) return undefined
    const stop = new AbortController()
    const begun = performance.now()
    const tell = (part: Partial<BatchPdf>): void => {
      if (stop.signal.aborted) return
      const elapsedMs = performance.now() - begun
      setMade((before) => {
        const known = before?.of === sheets ? before : { ...WAITING, total: sheets.length, of: sheets }
        return { ...known, ...part, elapsedMs }
      })
    }
    const onProgress = (done: number): void => tell({ done })
    renderBatch(sheets, title, { signal: stop.signal, onProgress }).then(
      (pdf) => tell({ pdf, done: sheets.length }),
      (error: unknown) => tell({ failed: true, failedAt: error instanceof SheetFailed ? error.label : '' }),
    )
    return () => stop.abort()
  }, [sheets, title])
  return made && made.of === sheets ? made : WAITING
}
