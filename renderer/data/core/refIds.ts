import type { AuditEntry, JournalEntry } from '../../../shared/domain/audit/types'

/** Of rows that are written into a new ledger, or come from the server, these commands say nothing: others did. */
const SAYS_NOTHING = new Set<AuditEntry['command']>(['ledger.rebuild', 'sync.take'])

/**
 * Ids of all records a command wrote, for the timeline of each. An import names no record in its audit entry, which
 * would make the entry grow with the file, but every record it wrote shows it.
 */
export function refIdsOf({ audit, writes }: Pick<JournalEntry, 'audit' | 'writes'>): string[] {
  if (SAYS_NOTHING.has(audit.command)) return audit.refs.map((ref) => ref.id)
  const written = writes.flatMap((write) => {
    if ('put' in write) return [String(write.put['id'])]
    return 'erased' in write ? [write.erased] : []
  })
  return [...new Set([...audit.refs.map((ref) => ref.id), ...written])]
}
