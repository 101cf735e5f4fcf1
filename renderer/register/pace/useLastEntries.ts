import { lastEntries, type RecordTables, useQuery } from '../../data'

const NONE: readonly string[] = []

/** What was last written in a field of a register; `read` must be a constant. */
export function useLastEntries<K extends Parameters<typeof lastEntries>[1]>(
  table: K,
  read: (row: RecordTables[K]) => readonly string[],
): readonly string[] {
  return useQuery((db) => lastEntries(db, table, read), [table, read]) ?? NONE
}
