import { checkPin } from '../../../shared/domain/office/pin'
import type { Refusal } from '../../../shared/util/result'

/** What must be right before a PIN is hashed: its rules (domain 1), and that it was typed the same twice. */
export function checkNewPin(pin: string, pinAgain: string): Refusal | null {
  const checked = checkPin(pin)
  if (!checked.ok) return checked.refusal
  return pin === pinAgain ? null : { key: 'office.pinDiffers', field: 'pinAgain' }
}
