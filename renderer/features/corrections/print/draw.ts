import { correctionForm, correctionMissing } from '../../../../shared/documents/correction/form'
import type { Sheet } from '../../../../shared/documents/layout/frame'
import { isCorrectableTable } from '../../../../shared/domain/correction/registers'
import type { Correction } from '../../../../shared/domain/correction/types'
import { getRecord } from '../../../data'
import type { DrawnWith, Drawn } from '../../../register/print/definition'
import { monthWords, wordedChanges } from '../wording'

/** Draws 《更正单》: the fields in the words of the office, whatever language the screen has. */
export async function drawCorrection(
  correction: Correction,
  sheet: Sheet,
  db: DrawnWith['db'],
): Promise<Drawn> {
  const { table, id } = correction.target
  const target = isCorrectableTable(table) ? await getRecord(db, table, id) : null
  const changes = wordedChanges(correction, target, 'zh-CN')
  const input = { sheet, correction, changes, month: monthWords(correction.month, 'zh-CN') }
  return { definition: correctionForm(input), missing: correctionMissing(input) }
}
