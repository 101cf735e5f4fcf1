import type { SheetCell, SheetColumn } from './sheet'

/** To the worker that writes one sheet, in this order. */
export type ToSheetWorker =
  | { type: 'begin'; sheetName: string; columns: readonly SheetColumn[] }
  | { type: 'rows'; rows: readonly (readonly SheetCell[])[] }
  | { type: 'finish' }

/** From it: a portion was written, or the whole file. */
export type FromSheetWorker = { type: 'taken' } | { type: 'file'; bytes: Uint8Array<ArrayBuffer> }
