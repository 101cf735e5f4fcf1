import type { ErasingRule } from '../privacy/erase'
import { CARE_KINDS, INSTRUCTION_KINDS } from './types'

/** No door: the id of none. */
export const NO_UNIT = 'erased'

/** Of a person nothing but that there was one; nobody's household leads to them any more. */
export const personErasing: ErasingRule = { choices: {}, sets: { residences: [] } }

export const vehicleErasing: ErasingRule = { choices: {}, sets: { unitId: NO_UNIT } }

export const careFlagErasing: ErasingRule = {
  choices: { kind: CARE_KINDS, 'visibleTo.*': ['clerk', 'supervisor', 'director', 'viewer'] },
  sets: { unitId: NO_UNIT },
}

export const instructionErasing: ErasingRule = {
  choices: { kind: INSTRUCTION_KINDS },
  sets: { unitId: NO_UNIT },
}

/** 违规名单. */
export const blacklistErasing: ErasingRule = { choices: {} }
