import type { SheetCell } from './cells'

/** One column of an export. */
export interface SheetField<Row> {
  header: string
  /** In characters. */
  width: number
  /** Long texts stand in several lines. */
  wrap?: boolean
  cell: (row: Row) => SheetCell
}
