import type { PrintDefinition } from '../../../shared/documents/definition'
import type { MissingText } from '../../../shared/documents/missing'
import type { FormName } from '../../../shared/documents/registry'
import { type DeskData, getRecord, type PrintedMany, type RecordTables, type RegisterTable } from '../../data'
import type { RegisterPrinting } from './definition'
import { SheetFailed } from '../../printing/printClient'
import { drawSheet, type SheetFacts } from './drawSheet'

/** Many sheets, each read and drawn when its turn comes, and what was noted while they were drawn. */
export interface BatchSheets {
  sheets: (() => Promise<PrintDefinition>)[]
  /** Which records, in which version, showing what: for `markPrintedMany`. */
  noted: () => PrintedMany['sheets']
}

/** Which sheets: one form of so many records, in their order. */
export interface BatchOfForm<N extends RegisterTable> {
  printing: RegisterPrinting<N>
  form: FormName
  ids: readonly string[]
}

/**
 * Prepares the sheets of many records without holding the records.
 * @param onMissing told the characters that no font has, by field, over all sheets so far, whenever there are more.
 */
export function batchSheets<N extends RegisterTable>(
  db: DeskData['db'],
  { printing, form, ids }: BatchOfForm<N>,
  facts: SheetFacts,
  onMissing: (missing: MissingText[]) => void,
): BatchSheets {
  const noted = new Map<string, PrintedMany['sheets'][number]>()
  const missing = new Map<string, Set<string>>()
  const draw = async (id: string): Promise<PrintDefinition> => {
    const record = await getRecord(db, printing.table, id)
    if (!record) throw new Error(`no record ${id}`)
    const drawn = await drawSheet(printing, form, record, facts, db).catch((error: unknown) => {
      throw new SheetFailed(record.number, error)
    })
    const { definition, digest, version, missing: absent } = drawn
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

/** Ids of the records of a list that have something to print, and how many do not. */
export interface Printable {
  ids: string[]
  /** Blank sheets that wait for 补录. */
  blank: number
  /** Records that do not have this form. */
  without: number
}

/** Goes through a list portion by portion; a blank sheet is printed from its own record, not with the others. */
export async function printableOf<N extends RegisterTable>(
  printing: RegisterPrinting<N>,
  form: FormName,
  records: AsyncIterable<readonly RecordTables[N][]>,
  signal: AbortSignal,
): Promise<Printable> {
  const found: Printable = { ids: [], blank: 0, without: 0 }
  for await (const rows of records) {
    signal.throwIfAborted()
    for (const record of rows) {
      const kind = kindOf(printing, form, record)
      if (kind === 'printable') found.ids.push(record.id)
      else found[kind] += 1
    }
  }
  return found
}

function kindOf<N extends RegisterTable>(
  { forms, isBlank }: RegisterPrinting<N>,
  form: FormName,
  record: RecordTables[N],
): 'printable' | 'blank' | 'without' {
  const { applies = () => true } = forms.find(({ form: name }) => name === form) ?? {}
  try {
    if (isBlank(record)) return 'blank'
    return applies(record) ? 'printable' : 'without'
  } catch {
    // A damaged one is named when it is drawn: nobody is to believe that it was printed with the others.
    return 'printable'
  }
}
