import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { may } from '../../../shared/domain/office/permissions'
import { useRole, type RegisterTable } from '../../data'
import type { MenuAction } from '../../ui'
import type { Batch } from '../list/batch'
import { type RegisterPrinting, sheetForms } from './definition'
import type { ListPrinted, PrintingDialogsProps } from './PrintingDialogs'

// The print engine and its fonts are heavy: they come with the first print.
const PrintingDialogs = lazy(() => import('./PrintingDialogs')) as unknown as <N extends RegisterTable>(
  props: PrintingDialogsProps<N>,
) => React.JSX.Element

export interface ListPrinting<N extends RegisterTable> {
  /** What can be printed of many records at once: 批量打印, 打印台账. */
  batchActions: (batch: Batch<N>) => MenuAction[]
  /** 打印空白表; null where the role may not, or the register has none. */
  printBlank: (() => void) | null
  /** The dialog that is open. */
  dialog: ReactNode
}

/** Everything that the list of a register prints. */
export function useListPrinting<N extends RegisterTable>(printing: RegisterPrinting<N>): ListPrinting<N> {
  const { t } = useTranslation('paper')
  const role = useRole()
  const [printed, setPrinted] = useState<ListPrinted<N> | null>(null)
  const { blank, lists } = printing
  const batched = sheetForms(printing).length > 0
  const mayPrint = may(role, 'record.print')
  const mayReserve = mayPrint && may(role, 'record.register')
  const batchAction = (batch: Batch<N>): MenuAction => ({
    label: t('batch.action'),
    run: () => setPrinted({ what: 'batch', batch }),
  })
  const listActions = (batch: Batch<N>): MenuAction[] =>
    lists.map((list) => ({ label: list.action(t), run: () => setPrinted({ what: 'list', batch, list }) }))
  return {
    batchActions: (batch) =>
      mayPrint ? [...(batched ? [batchAction(batch)] : []), ...listActions(batch)] : [],
    printBlank: blank && mayReserve ? () => setPrinted({ what: 'blank', blank }) : null,
    dialog: printed && (
      <Suspense fallback={null}>
        <PrintingDialogs printing={printing} printed={printed} onClose={() => setPrinted(null)} />
      </Suspense>
    ),
  }
}
