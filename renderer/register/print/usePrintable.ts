import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormName } from '../../../shared/documents/registry'
import { announce } from '../../ui'
import type { Batch } from '../list/batch'
import type { RegisterTable } from '../../data'
import { type Printable, printableOf } from './batchSheets'
import type { RegisterPrinting } from './definition'

/** Which records of a batch have this form to print; null while they are read, given up when the dialog closes. */
export function usePrintable<N extends RegisterTable>(
  printing: RegisterPrinting<N>,
  form: FormName,
  batch: Batch<N>,
): Printable | null {
  const { t } = useTranslation('paper')
  // The list goes on living under the dialog: what was asked for is what is printed.
  const [asked] = useState(batch)
  const [found, setFound] = useState<{ form: FormName; printable: Printable } | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    printableOf(printing, form, asked.records(), stop.signal).then(
      (printable) => !stop.signal.aborted && setFound({ form, printable }),
      () => !stop.signal.aborted && announce(t('batch.failed'), 'problem'),
    )
    return () => stop.abort()
  }, [printing, form, asked, t])
  return found?.form === form ? found.printable : null
}
