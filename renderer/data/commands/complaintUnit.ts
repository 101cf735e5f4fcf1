import type { Complainant } from '../../../shared/domain/complaint/types'
import type { CommandTx } from '../core/commandTx'

/**
 * A 房号 typed by hand that is a registered unit's is that unit: its flags and history belong beside the record. One
 * that was typed over a chosen household is another household, and the person chosen there is not meant any more.
 */
export async function withUnit<T extends { complainant: Complainant }>(tx: CommandTx, intake: T): Promise<T> {
  const { complainant } = intake
  const code = complainant.unitCode.trim()
  if (complainant.anonymous || code === '') return intake
  const { unitId } = complainant
  const chosen = unitId === null ? null : await tx.get('units', unitId)
  // Chosen and left as it was, or of a unit that is not known here: as the form says.
  if (chosen === undefined || chosen?.code === code) return intake
  const unit = (await tx.find('units', 'code', code)).find(({ voided }) => voided === null)
  const tied = { ...complainant, unitId: unit?.id ?? null }
  return { ...intake, complainant: chosen ? { ...tied, personId: null } : tied }
}
