import type { OfficeSetup } from '../../../shared/domain/office/office'
import { checkPin } from '../../../shared/domain/office/pin'
import type { Refusal } from '../../../shared/util/result'

export interface SetupValues extends OfficeSetup {
  pin: string
  pinAgain: string
}

export const BLANK: SetupValues = {
  estateName: '',
  officeName: '',
  numberPrefix: '',
  deviceLetter: '',
  directorName: '',
  pin: '',
  pinAgain: '',
}

/** What must be right before the PIN is hashed: its rules, and that it was typed the same twice. */
export function checkSetup({ pin, pinAgain }: Pick<SetupValues, 'pin' | 'pinAgain'>): Refusal | null {
  const checked = checkPin(pin)
  if (!checked.ok) return checked.refusal
  return pin === pinAgain ? null : { key: 'office.pinDiffers', field: 'pinAgain' }
}
