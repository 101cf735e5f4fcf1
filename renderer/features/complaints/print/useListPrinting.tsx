import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { may } from '../../../../shared/domain/office/permissions'
import { useRole } from '../../../data'
import type { Batch } from '../../../register/list/batch'
import type { MenuAction } from '../../../ui'

// The print engine and its fonts are heavy: they come with the first print.
const BatchPrint = lazy(() => import('./BatchPrint'))
const BlankForms = lazy(() => import('./BlankForms'))
const LedgerPrint = lazy(() => import('./LedgerPrint'))

type Printing = { what: 'blank' } | { what: 'batch' | 'ledger'; batch: Batch<'complaints'> }

export interface ListPrinting {
  /** What can be printed of many records at once: 批量打印, 打印台账. */
  batchActions: (batch: Batch<'complaints'>) => MenuAction[]
  /** 打印空白表; null where the role may not. */
  printBlank: (() => void) | null
  /** The dialog that is open. */
  dialog: ReactNode
}

/** Everything that the list of complaints prints. */
export function useListPrinting(): ListPrinting {
  const { t } = useTranslation('paper')
  const role = useRole()
  const [printing, setPrinting] = useState<Printing | null>(null)
  const close = () => setPrinting(null)
  const mayPrint = may(role, 'record.print')
  return {
    batchActions: (batch) =>
      mayPrint
        ? [
            { label: t('batch.action'), run: () => setPrinting({ what: 'batch', batch }) },
            { label: t('ledger.action'), run: () => setPrinting({ what: 'ledger', batch }) },
          ]
        : [],
    printBlank: may(role, 'record.register') && mayPrint ? () => setPrinting({ what: 'blank' }) : null,
    dialog: printing && (
      <Suspense fallback={null}>
        {printing.what === 'blank' && <BlankForms onClose={close} />}
        {printing.what === 'batch' && <BatchPrint batch={printing.batch} onClose={close} />}
        {printing.what === 'ledger' && <LedgerPrint batch={printing.batch} onClose={close} />}
      </Suspense>
    ),
  }
}
