import type { LoadMonthSheets } from '../register/export/monthSheets'

/** The columns of every register: fetched when the first month is exported. */
export const loadMonthSheets: LoadMonthSheets = (language) =>
  import('./monthSheets').then(({ monthSheets }) => monthSheets(language))
