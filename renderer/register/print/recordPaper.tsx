import type { FormName } from '../../../shared/documents/registry'
import type { RecordTables, RegisterTable } from '../../data'
import type { RecordPaper } from '../paper/paperForm'
import { formsOf, type RegisterPrinting } from './definition'
import { LazyPrint } from './LazyPrint'

/** The paper of a record from what its register prints, for the frame that all records share. */
export function recordPaper<N extends RegisterTable>(
  printing: RegisterPrinting<N>,
  record: RecordTables[N],
): RecordPaper {
  const forms = formsOf(printing, record)
  const named = (form: FormName) => forms.find(({ form: name }) => name === form)
  return {
    forms: forms.map(({ form }) => form),
    changed: (form) => {
      const print = record.prints[form]
      return print !== undefined && print.printedDigest !== named(form)?.digest(record)
    },
    digest: (form) => named(form)?.digest(record) ?? '',
    signer: (form) => named(form)?.signer(record) ?? '',
    signerRole: (form) => named(form)?.signerRole?.(record),
    renderPrint: (form, onClose) => (
      <LazyPrint printing={printing} record={record} form={form} onClose={onClose} />
    ),
  }
}
