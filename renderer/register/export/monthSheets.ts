import { createContext, useContext } from 'react'
import type { MonthView } from '../../../shared/domain/month/view'
import type { DeskDatabase } from '../../data/core/database'
import type { SheetCell } from './cells'
import type { AnySheet } from './writeSheet'

/** What a register's sheet of a month is made of. */
export type SheetView = Pick<MonthView, 'rowsOf' | 'span'>

/** One register in the .xlsx of a month, with the columns of its list's export. */
export interface MonthSheet {
  table: string
  /** Records that were live in the month. */
  count: (view: SheetView) => number
  sheet: (sheetName: string, view: SheetView) => AnySheet
  /** Every record of the register, whenever it was. */
  whole: (sheetName: string, db: DeskDatabase) => AnySheet
  /** One record as its columns say it, empty ones left out: to be read beside the month. */
  facts: (view: SheetView, id: string) => SheetFact[]
}

/** A column of one record. */
export interface SheetFact {
  header: string
  cell: SheetCell
  /** It holds sentences. */
  wrap: boolean
}

/** Fetches the sheets of all registers when the first month is exported or read; `language` is the office's, as a file's is, unless said. */
export type LoadMonthSheets = (language?: string) => Promise<readonly MonthSheet[]>

/** Given by the app: no feature knows of another. */
export const MonthSheetsContext = createContext<LoadMonthSheets | null>(null)

export function useMonthSheets(): LoadMonthSheets {
  const load = useContext(MonthSheetsContext)
  if (!load) throw new Error('useMonthSheets outside the shell')
  return load
}
