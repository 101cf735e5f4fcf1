import type { IntakeValues } from '../intake/intakeValues'

interface Added {
  recordId: string
  values: IntakeValues
}

let last: Added | null = null

/** Remembers the intake that went into another record by 并入此件: taking that back must bring the words back. */
export function noteAdded(recordId: string, values: IntakeValues): void {
  last = { recordId, values }
}

/** The intake that went into this record last, once. */
export function takeAdded(recordId: string): IntakeValues | null {
  if (last?.recordId !== recordId) return null
  const { values } = last
  last = null
  return values
}
