import type { Printing } from '../../../shared/documents/layout/frame'
import type { FormName } from '../../../shared/documents/registry'
import { nextPrintVersion } from '../../../shared/domain/register/rules'
import { drawnOn, versionSignedOnScreen } from '../../../shared/domain/register/screenSignature'
import type { OfficeRules } from '../../../shared/domain/register/types'
import type { DeskData, RecordTables, RegisterTable } from '../../data'
import type { Drawn, RegisterPrinting } from './definition'

/** What every sheet of a print says besides its record, and the rules that its deadlines rest on. */
export interface SheetFacts {
  head: Printing
  rules: OfficeRules
}

/** One sheet, and what its print is noted with. */
export type DrawnSheet = Drawn & { version: number; digest: string }

/**
 * Draws a form of a record as its next print version; one that was signed on the screen, and still says what was
 * signed, as that very version.
 */
export async function drawSheet<N extends RegisterTable>(
  { forms }: RegisterPrinting<N>,
  asked: FormName,
  record: RecordTables[N],
  { head, rules }: SheetFacts,
  db: DeskData['db'],
): Promise<DrawnSheet> {
  const form = forms.find(({ form: name }) => name === asked)
  if (!form) throw new Error(`no form ${asked} here`)
  const digest = form.digest(record)
  const print = record.prints[asked]
  const signed = versionSignedOnScreen(print, digest)
  const printing = signed ? { ...head, ...signed } : { ...head, version: nextPrintVersion(record, asked) }
  const sheet = { ...printing, number: record.number, drawn: drawnOn(print, digest) }
  const drawn = await form.draw(record, sheet, { rules, db })
  return { ...drawn, version: sheet.version, digest }
}
