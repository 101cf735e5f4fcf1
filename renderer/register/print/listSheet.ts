import type { LivingRecord } from '../../../shared/domain/register/lifecycle'
import { nextPrintVersion } from '../../../shared/domain/register/rules'
import { drawnOn } from '../../../shared/domain/register/screenSignature'
import type { DeskData, PrintedMany } from '../../data'
import type { Drawn, ListForm } from './definition'
import type { SheetFacts } from './drawSheet'

/** A list as it was drawn, and what is noted of its rows once it left. */
export type ListSheet = Drawn & {
  /** Which records, in which version, showing what; null where the list changes none of them. */
  noted: PrintedMany['sheets'] | null
}

/** What a list needs to know of a record of any register. */
type ListedRecord = Pick<LivingRecord, 'id' | 'state' | 'prints'>

/** Draws a list of these rows. `filter` says in the words of the screen which they are. */
export async function drawList<R extends ListedRecord>(
  list: ListForm<R>,
  rows: readonly R[],
  filter: string,
  { head, rules }: SheetFacts,
  db: DeskData['db'],
): Promise<ListSheet> {
  const { form, digest } = list
  const versionOf = (record: R) => nextPrintVersion(record, form)
  const printOf = (record: R) => ({
    version: versionOf(record),
    drawn: digest ? drawnOn(record.prints[form], digest(record)) : [],
  })
  const drawn = await list.draw(rows, head, { rules, db, filter, printOf })
  const noted = digest
    ? rows
        // Nobody signs what is void: it stands on the sheet, and is no print of it.
        .filter(({ state }) => state !== 'void')
        .map((record) => ({ id: record.id, digest: digest(record), version: versionOf(record) }))
    : null
  return { ...drawn, noted }
}
