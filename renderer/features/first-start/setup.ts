import { checkDeviceLetter, checkNumberPrefix, type OfficeSetup } from '../../../shared/domain/office/office'
import { checkPin } from '../../../shared/domain/office/pin'
import type { Refusal, Result } from '../../../shared/util/result'

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

type Check = (value: string, values: SetupValues) => Refusal | null

const refusalOf = (result: Result<unknown>): Refusal | null => (result.ok ? null : result.refusal)

/** What each field must be, asked of all of them at once: who fills in the first screen sees every mistake together. */
export const CHECKS = {
  numberPrefix: (value) => refusalOf(checkNumberPrefix(value)),
  deviceLetter: (value) => refusalOf(checkDeviceLetter(value)),
  pin: (value) => refusalOf(checkPin(value)),
  pinAgain: (value, { pin }) => (value === pin ? null : { key: 'office.pinDiffers' }),
} as const satisfies Partial<Record<keyof SetupValues, Check>>
