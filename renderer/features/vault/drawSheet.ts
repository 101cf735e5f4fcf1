import type { PrintDefinition } from '../../../shared/documents/definition'
import type { Printing } from '../../../shared/documents/layout/frame'
import type { MissingText } from '../../../shared/documents/missing'
import { recoverySheetForm, recoverySheetMissing } from '../../../shared/documents/recoverySheet/form'
import { desk } from '../../platform/desk'

/** The 《恢复单》 in force, drawn. */
export interface DrawnRecoverySheet {
  definition: PrintDefinition
  missing: MissingText[]
  sheetId: string
}

/** Asks for the password only to draw it: nothing of it is kept here. Throws the refusal's key. */
export async function drawSheet(printing: Printing): Promise<DrawnRecoverySheet> {
  const answer = await desk.invoke('vault.sheet', {})
  if (!answer.ok) throw new Error(answer.refusal.key)
  const input = { printing, sheet: answer.value }
  return {
    definition: recoverySheetForm(input),
    missing: recoverySheetMissing(input),
    sheetId: answer.value.sheetId,
  }
}
