import type { Migration } from './types'

/** The figures of domain 13, and how often a backup is made, as they are where nobody chose others. */
const FIGURES = {
  retention: {
    complaints: 3,
    incidents: 5,
    lostItems: 3,
    lostReports: 2,
    visits: 3,
    returnVisits: 3,
    persons: 3,
    vehicles: 1,
    careFlags: 1,
    instructions: 1,
    blacklist: 1,
    scans: 1,
    personRequests: 3,
  },
  requestAnswerWorkdays: 15,
  backupEveryMinutes: 60,
}

/**
 * Version 5: retention and requests of persons. Their tables are new and empty; the settings get their figures, and
 * that of backups. Rows may
 * bear a mark that they were erased; none does yet.
 */
export const personalInformation: Migration = {
  to: 5,
  title: 'Retention, erasure, requests of persons',
  tables: ['settings'],
  up: ({ settings = [] }) => ({ settings: settings.map((row) => ({ ...row, ...FIGURES })) }),
}
