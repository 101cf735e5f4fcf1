import { formatCivil } from '../../../shared/util/civilTime'
import type { Instant } from '../../../shared/util/instant'
import type { SheetField } from '../../register/export/fields'
import type { SheetCell } from '../../register/export/sheet'

/** Characters: a number, a moment, a word, a sentence, what somebody said. */
const WIDTHS = { number: 20, moment: 17, word: 12, line: 24, text: 48 } as const

/** A moment as a date of the sheet. */
export function moment(at: Instant | null | undefined): SheetCell {
  return at ? { moment: formatCivil(at) } : ''
}

/** Makes the columns of an export of one width. */
export function fieldsOf<R>() {
  return (width: keyof typeof WIDTHS) =>
    (header: string, cell: (record: R) => SheetCell | null | undefined): SheetField<R> => ({
      header,
      width: WIDTHS[width],
      cell: (record) => cell(record) ?? '',
    })
}
