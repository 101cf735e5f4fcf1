import type { SheetCell } from './cells'
import type { BookSheet } from './sheet'

/** To the worker that writes one file, in this order: `sheet` begins each of its sheets. */
export type ToSheetWorker =
  | { type: 'begin'; sheets: readonly BookSheet[] }
  | { type: 'sheet' }
  | { type: 'rows'; rows: readonly (readonly SheetCell[])[] }
  | { type: 'finish' }

/** From it: a portion was written, or the whole file. */
export type FromSheetWorker = { type: 'taken' } | { type: 'file'; bytes: Uint8Array<ArrayBuffer> }
