import type { PrintDefinition } from '../../../../shared/documents/definition'
import type { MissingText } from '../../../../shared/documents/missing'
import { isBlankSheet } from '../../../../shared/domain/complaint'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import { type DeskData, getRecord, type PrintedMany } from '../../../data'
import { attachmentNamesOf } from './attachmentNames'
import type { ComplaintForm } from './form'
import { drawSheet, type SheetFacts } from './sheets'

/** Many sheets, each read and drawn when its turn comes, and what was noted while they were drawn. */
export interface BatchSheets {
  sheets: (() => Promise<PrintDefinition>)[]
  /** Which records, in which version, showing what: for `markPrintedManyCommand`. */
  noted: () => PrintedMany['sheets']
}

/**
 * Prepares the sheets of many records without holding the records.
 * @param onMissing told the characters that no font has, by field, over all sheets so far, whenever there are more.
 */
export function batchSheets(
  db: DeskData['db'],
  form: ComplaintForm,
  ids: readonly string[],
  facts: SheetFacts,
  onMissing: (missing: MissingText[]) => void,
): BatchSheets {
  const noted = new Map<string, PrintedMany['sheets'][number]>()
  const missing = new Map<string, Set<string>>()
  const draw = async (id: string): Promise<PrintDefinition> => {
    const record = await getRecord(db, 'complaints', id)
    if (!record) throw new Error(`no record ${id}`)
    const paper = { record, attachmentNames: await attachmentNamesOf(db, record) }
    const { definition, digest, version, missing: absent } = drawSheet(form, paper, facts)
    noted.set(id, { id, digest, version })
    for (const { field, characters } of absent) {
      const known = missing.get(field) ?? new Set()
      missing.set(field, new Set([...known, ...characters]))
    }
    if (absent.length > 0) onMissing(listed(missing))
    return definition
  }
  return {
    sheets: ids.map((id) => () => draw(id)),
    noted: () => ids.flatMap((id) => noted.get(id) ?? []),
  }
}

function listed(missing: ReadonlyMap<string, ReadonlySet<string>>): MissingText[] {
  return [...missing].map(([field, characters]) => ({ field, characters: [...characters] }))
}

/** Ids of the records of a list that have something to print, and how many are blank sheets that wait for 补录. */
export interface Printable {
  ids: string[]
  blank: number
}

/** Goes through a list portion by portion; a blank sheet is printed from its own record, not with the others. */
export async function printableOf(
  records: AsyncIterable<readonly Complaint[]>,
  signal: AbortSignal,
): Promise<Printable> {
  const found: Printable = { ids: [], blank: 0 }
  for await (const rows of records) {
    signal.throwIfAborted()
    const filled = rows.filter((record) => !isBlankSheet(record))
    found.ids.push(...filled.map(({ id }) => id))
    found.blank += rows.length - filled.length
  }
  return found
}
