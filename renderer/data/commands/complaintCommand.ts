import type { Complainant } from '../../../shared/domain/complaint/types'
import type { CommandTx } from '../core/commandTx'
import { recordCommand, withUnit as tiedToUnit } from './recordCommand'

/** A command whose rule needs nothing but the complaint, its input and the context. */
export const complaintCommand = recordCommand('complaints')

/** The unit of a complainant's 房号; who asks to stay unnamed is tied to none. See `withUnit` of `recordCommand`. */
export async function withUnit<T extends { complainant: Complainant }>(tx: CommandTx, intake: T): Promise<T> {
  const { complainant } = intake
  if (complainant.anonymous) return intake
  const tied = await tiedToUnit(tx, complainant)
  return tied === complainant ? intake : { ...intake, complainant: tied }
}
