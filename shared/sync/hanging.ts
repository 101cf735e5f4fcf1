import { KEPT_GROUPS } from './keptBack'
import { goes, type SyncTable } from './travel'
import type { Row } from './wire'

/** What hangs on a record of a register: 附件 and 扫描件, and the files that they name. */
export const HANGING = ['attachments', 'scans'] as const satisfies readonly SyncTable[]

/** Registers with paper: a sheet that came back may be of any of them until it is filed. */
const ON_PAPER: readonly string[] = [
  ...KEPT_GROUPS.complaints,
  ...KEPT_GROUPS.lostItems,
  ...KEPT_GROUPS.incidents,
  ...KEPT_GROUPS.visits,
]

export function hangs(table: string): boolean {
  return HANGING.some((one) => one === table)
}

/** Whether the office keeps a whole table to its machines, and not sensitive fields only. */
export function keepsTables(notReplicated: readonly string[]): boolean {
  return notReplicated.some((name) => !name.includes('.'))
}

/**
 * Whether a row goes to head office's server, by the office's setting (`settings.notReplicated`): its table does, and of
 * 附件 and 扫描件 the register of their record too. A scan that is not filed stays while any register with paper stays;
 * what was erased by law says nothing, and the others are to know of it.
 */
export function rowGoes(table: string, row: Row, notReplicated: readonly string[]): boolean {
  if (!goes(table, notReplicated)) return false
  if (!hangs(table) || row['erased']) return true
  const register = table === 'scans' ? Object(row['filed'])['table'] : row['table']
  if (register === undefined) return !ON_PAPER.some((one) => notReplicated.includes(one))
  return !notReplicated.includes(String(register))
}
