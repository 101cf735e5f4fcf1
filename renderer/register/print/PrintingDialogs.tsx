import type { RecordTables, RegisterTable } from '../../data'
import type { Batch } from '../list/batch'
import { BatchPrint } from './BatchPrint'
import { BlankForms } from './BlankForms'
import type { BlankForm, ListForm, RegisterPrinting } from './definition'
import { ListPrint } from './ListPrint'

/** What a list is printing now. */
export type ListPrinted<N extends RegisterTable> =
  | { what: 'blank'; blank: BlankForm<RecordTables[N]> }
  | { what: 'batch'; batch: Batch<N> }
  | { what: 'list'; batch: Batch<N>; list: ListForm<RecordTables[N]> }

export interface PrintingDialogsProps<N extends RegisterTable> {
  printing: RegisterPrinting<N>
  printed: ListPrinted<N>
  onClose: () => void
}

/** The dialog for what a list prints. */
export default function PrintingDialogs<N extends RegisterTable>({
  printed,
  ...common
}: PrintingDialogsProps<N>) {
  switch (printed.what) {
    case 'blank':
      return <BlankForms {...common} blank={printed.blank} />
    case 'batch':
      return <BatchPrint {...common} batch={printed.batch} />
    case 'list':
      return <ListPrint {...common} batch={printed.batch} list={printed.list} />
  }
}
