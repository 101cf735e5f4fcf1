import { migrations } from './migrations'
import type { Migration, Snapshot } from './migrations/types'

export { checkDataVersion, DATA_VERSION, type VersionCheck } from './dataVersion'

/** The steps from `stored` up to now, in order. */
export function stepsFrom(stored: number, steps: readonly Migration[] = migrations): Migration[] {
  return steps.filter((step) => step.to > stored)
}

/**
 * Runs steps over a snapshot and answers the rows of every table they name. A step that answers a table it
 * did not name, or forgets one, is a fault of the step and throws: nothing may be written then.
 */
export function migrate(before: Snapshot, steps: readonly Migration[]): Snapshot {
  const rows: Snapshot = { ...before }
  for (const step of steps) {
    const input = Object.fromEntries(step.tables.map((table) => [table, rows[table] ?? []]))
    const output = step.up(input)
    const answered = Object.keys(output).sort().join()
    if (answered !== [...step.tables].sort().join()) {
      throw new Error(`migration ${step.to} answered tables "${answered}"`)
    }
    Object.assign(rows, output)
  }
  return rows
}

/** Faults of a list of steps: a gap, a wrong order, an end elsewhere than at our own version. */
export function faultsOfSteps(steps: readonly Migration[], current: number): string[] {
  const faults = steps.flatMap((step, index) =>
    step.to === index + 2 ? [] : [`step ${index + 1} leads to ${step.to}, not to ${index + 2}`],
  )
  if (steps.length + 1 !== current) faults.push(`steps end at ${steps.length + 1}, not at ${current}`)
  return faults
}
