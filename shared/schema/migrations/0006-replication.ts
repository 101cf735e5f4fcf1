import type { Migration } from './types'

/**
 * Version 6: replication to head office. Its tables are new and empty; nothing is left out where nobody chose.
 */
export const replication: Migration = {
  to: 6,
  title: 'Replication',
  tables: ['settings'],
  up: ({ settings = [] }) => ({ settings: settings.map((row) => ({ ...row, notReplicated: [] })) }),
}
