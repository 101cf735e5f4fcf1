import type { SavedRecord } from '../../../renderer/data/commands/recordCommand'
import type { RegisterTable } from '../../../renderer/data/commands/registerTables'
import type { Saved } from '../../../renderer/data/core/commandRunner'
import type { Result } from '../../../shared/util/result'

/** A row that the desk has called 已保存: it has to be there for ever, in this revision or a later one. */
export interface Acknowledged {
  table: RegisterTable
  id: string
  number: string
  rev: number
}

/** What came of one command. */
export interface Answer {
  /** Why it was refused, or `unconfirmed` where only the database has it. */
  refused?: string
  record?: Acknowledged
  /** Of a command without a numbered record. */
  command?: string
  /** The draft that the command took along: it must not come back. */
  goneDraft?: string
}

/** Only what the journal has flushed too is called saved (quality 1). */
export function acknowledgedRecord(table: RegisterTable, saved: Result<Saved<SavedRecord>>): Answer {
  if (!saved.ok) return { refused: saved.refusal.key }
  if (!saved.value.confirmed) return { refused: 'unconfirmed' }
  const { id, number, rev } = saved.value.value
  return { record: { table, id, number, rev } }
}

export function plainly(command: string, saved: Result<Saved<unknown>>): Answer {
  if (!saved.ok) return { refused: saved.refusal.key }
  return saved.value.confirmed ? { command } : { refused: 'unconfirmed' }
}
