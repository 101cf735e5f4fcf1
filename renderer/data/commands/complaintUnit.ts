import type { Complainant } from '../../../shared/domain/complaint/types'
import type { CommandTx } from '../core/commandTx'

/** A 房号 typed by hand that is a registered unit's is that unit: its flags and history belong beside the record. */
export async function withUnit<T extends { complainant: Complainant }>(tx: CommandTx, intake: T): Promise<T> {
  const { complainant } = intake
  const code = complainant.unitCode.trim()
  if (complainant.anonymous || complainant.unitId !== null || code === '') return intake
  const unit = (await tx.find('units', 'code', code)).find(({ voided }) => voided === null)
  return unit ? { ...intake, complainant: { ...complainant, unitId: unit.id } } : intake
}
