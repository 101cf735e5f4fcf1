import { isLiveDuring } from '../../../shared/domain/month/facts'
import type { MonthRows, MonthView } from '../../../shared/domain/month/view'
import type { Instant } from '../../../shared/util/instant'
import type { MonthId } from '../../../shared/util/months'
import { monthFilesId } from '../commands/monthFiles'
import type { DeskDatabase } from '../core/database'
import { factsOf, type FlowingTable } from './monthView'
import { timelineOf } from './records'

/** The records of a register that were open at some moment of the month, by number. */
export function liveIn<K extends FlowingTable>(
  view: Pick<MonthView, 'rowsOf' | 'span'>,
  table: K,
): MonthRows[K][] {
  const facts = factsOf(table)
  return view
    .rowsOf(table)
    .filter((row) => isLiveDuring(facts, row, view.span))
    .toSorted((a, b) => (a.number < b.number ? -1 : 1))
}

/** A file of a month that was handed out. */
export interface MonthFile {
  opId: string
  at: Instant
  by: string
  kind: 'book' | 'package'
  sheets: number
  records: number
  texts: number
  sha256: string
}

/** What of a month was handed out before, the newest first: as the chain has it (domain 13). */
export async function monthFilesOf(db: DeskDatabase, month: MonthId): Promise<MonthFile[]> {
  const entries = await timelineOf(db, monthFilesId(month))
  return entries.map(({ entry, detail }): MonthFile => {
    const facts = new Map(detail?.changes[0]?.fields.map(({ path, after }) => [path, after]))
    const count = (path: string) => Number(facts.get(path) ?? 0)
    return {
      opId: entry.opId,
      at: entry.at,
      by: detail?.userName ?? '',
      kind: entry.command === 'monthFiles.package' ? 'package' : 'book',
      sheets: count('sheets'),
      records: count('records'),
      texts: count('texts'),
      sha256: String(facts.get('sha256') ?? ''),
    }
  })
}
