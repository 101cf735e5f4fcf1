import type { SheetCell } from './sheet'

/** One column of an export. */
export interface SheetField<Row> {
  header: string
  /** In characters. */
  width: number
  cell: (row: Row) => SheetCell
}
