import type { AuditEntry, JournalEntry } from '../../../shared/domain/audit/types'

/** The command that writes every row there is into a new ledger says nothing about any of them. */
const SAYS_NOTHING: AuditEntry['command'] = 'ledger.rebuild'

/**
 * Ids of all records a command wrote, for the timeline of each. An import names no record in its audit entry, which
 * would make the entry grow with the file, but every record it wrote shows it.
 */
export function refIdsOf({ audit, writes }: Pick<JournalEntry, 'audit' | 'writes'>): string[] {
  if (audit.command === SAYS_NOTHING) return []
  const written = writes.flatMap((write) => {
    if ('put' in write) return [String(write.put['id'])]
    return 'erased' in write ? [write.erased] : []
  })
  return [...new Set([...audit.refs.map((ref) => ref.id), ...written])]
}
