import type { Migration } from './types'

/** The figures of domain 12 as they are where nobody chose others. */
const FIGURES = {
  spotCheckSize: 3,
  servicePlan: {
    weeklySummary: 'week',
    monthlySummary: 'month',
    training: 'week',
    assessment: 'month',
    households: 'month',
    quarterlyRound: 'quarter',
  },
}

/**
 * Version 4: 月末审核 and 更正单. Their tables are new and empty; the settings get their figures. The list keys of every
 * register gain the orders by which a month is read: a migration makes them anew anyway.
 */
export const monthReview: Migration = {
  to: 4,
  title: 'Review of the month, corrections',
  tables: ['settings'],
  up: ({ settings = [] }) => ({ settings: settings.map((row) => ({ ...row, ...FIGURES })) }),
}
