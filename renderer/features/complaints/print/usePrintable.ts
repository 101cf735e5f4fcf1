import { useEffect, useState } from 'react'
import { announce } from '../../../ui'
import { useTranslation } from 'react-i18next'
import type { Batch } from '../../../register/list/batch'
import { type Printable, printableOf } from './batchSheets'

/** Which records of a batch have something to print; null while they are read, given up when the dialog closes. */
export function usePrintable(batch: Batch<'complaints'>): Printable | null {
  const { t } = useTranslation('paper')
  // The list goes on living under the dialog: what was asked for is what is printed.
  const [asked] = useState(batch)
  const [printable, setPrintable] = useState<Printable | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    printableOf(asked.records(), stop.signal).then(
      (found) => !stop.signal.aborted && setPrintable(found),
      () => !stop.signal.aborted && announce(t('batch.failed'), 'problem'),
    )
    return () => stop.abort()
  }, [asked, t])
  return printable
}
