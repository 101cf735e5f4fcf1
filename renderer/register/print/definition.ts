import type { TFunction } from 'i18next'
import type { PrintDefinition } from '../../../shared/documents/definition'
import type { Printing, Sheet } from '../../../shared/documents/layout/frame'
import type { MissingText } from '../../../shared/documents/missing'
import type { FormName } from '../../../shared/documents/registry'
import type { OfficeRules } from '../../../shared/domain/register/types'
import type {
  CommandSpec,
  DeskData,
  PaperCommands,
  RecordTables,
  RegisterTable,
  SavedRecord,
} from '../../data'

/** A form drawn, and the characters of it that no font has, by field. */
export interface Drawn {
  definition: PrintDefinition
  missing: MissingText[]
}

/** What a form is drawn with besides its record: the rules its deadlines rest on, and what of other tables it shows. */
export interface DrawnWith {
  rules: OfficeRules
  db: DeskData['db']
}

/** One form of a record. */
export interface RecordForm<R> {
  form: FormName
  /** Draws this print version. Forms are heavy: fetch their layout by `import()` here. */
  draw: (record: R, sheet: Sheet, given: DrawnWith) => Promise<Drawn>
  /** Digest of what the form shows of the record (domain 10). */
  digest: (record: R) => string
  /** Whose signature is expected; '' where nobody is known. */
  signer: (record: R) => string
  /** Whose box `signer` signs on the screen, where that is not always the form's first. */
  signerRole?: (record: R) => string
  /** Whether this record has this form; every record when left out. */
  applies?: (record: R) => boolean
}

/** What a list is drawn with: `filter` says in the words of the screen which records they are. */
export interface ListDrawnWith<R> extends DrawnWith {
  filter: string
  /** The print version that a record's row bears, where each row is a print of it, and who signed it on the screen. */
  printOf: (record: R) => Pick<Sheet, 'version' | 'drawn'>
}

/** A list on paper: one sheet of many records, such as 《投诉登记台账》. */
export interface ListForm<R> {
  form: FormName
  /** What it is called in the menu of what is selected: 打印台账. */
  action: (t: TFunction<'paper'>) => string
  /** Over how many rows nobody reads it: more are refused in words. */
  most: number
  draw: (rows: readonly R[], printing: Printing, given: ListDrawnWith<R>) => Promise<Drawn>
  /**
   * Digest of what a row shows, where each row is a print of its record, such as a row of 《回访工作记录表》 that its 用户
   * signs. Without it the list changes no record.
   */
  digest?: (record: R) => string
}

/** Blank forms with reserved numbers (forms, "On every form"). */
export interface BlankForm<R> {
  form: FormName
  /** The list whose rows they are; a sheet for each number when left out. */
  rowsOf?: ListForm<R>
  reserve: CommandSpec<{ count: number }, { records: SavedRecord[] }>
}

/** Everything that one register prints. */
export interface RegisterPrinting<N extends RegisterTable> {
  table: N
  /** In the order of the menu; Ctrl+P prints the first that the record has. */
  forms: readonly RecordForm<RecordTables[N]>[]
  lists: readonly ListForm<RecordTables[N]>[]
  /** null for a register without blank forms. */
  blank: BlankForm<RecordTables[N]> | null
  /** Whether nothing was ever written on its sheet: it is printed from its own record, not with others. */
  isBlank: (record: RecordTables[N]) => boolean
  commands: Pick<PaperCommands, 'markPrinted' | 'markPrintedMany' | 'printList'>
}

/** The forms that a record has; Ctrl+P prints the first. */
export function formsOf<N extends RegisterTable>(
  { forms }: RegisterPrinting<N>,
  record: RecordTables[N],
): RecordForm<RecordTables[N]>[] {
  return forms.filter(({ applies }) => applies?.(record) ?? true)
}

/** The forms of which 批量打印 makes a sheet for each record: not those whose records are the rows of a list. */
export function sheetForms<N extends RegisterTable>({
  forms,
  lists,
}: RegisterPrinting<N>): RecordForm<RecordTables[N]>[] {
  return forms.filter(({ form }) => lists.every((list) => list.form !== form))
}
