import type { Migration } from './types'

/** The figures of domain 6 and 7 as they are where nobody chose others. */
const FIGURES = {
  lostSmallCustodyMonths: 3,
  lostLargeCustodyMonths: 12,
  lostThresholdTakesLonger: false,
  lostPoliceWorkdays: 0,
  incidentReportWithinHours: 24,
}

/** Version 3: 失物招领, 突发事件 and 走访回访. Their tables are new and empty; the settings get their figures. */
export const moreRegisters: Migration = {
  to: 3,
  title: 'Lost property, incidents, visits and return visits, the tray of scans',
  tables: ['settings'],
  up: ({ settings = [] }) => ({ settings: settings.map((row) => ({ ...row, ...FIGURES })) }),
}
