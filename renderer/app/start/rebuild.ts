import type { Result } from '../../../shared/util/result'
import type { DeskData, StartState } from '../../data'

type Listener = (found: Exclude<StartState, { kind: 'migrate' }>) => void

let listener: Listener | null = null

/** Has this window's start take over when somebody asks for a database made anew; answers how to end that. */
export function onRebuild(next: Listener): () => void {
  listener = next
  return () => {
    listener = null
  }
}

/** Leaves the desk for the recovery screen where its database was lost beneath it. Refuses as `DeskData.lostDatabase`. */
export async function askRecovery(data: DeskData): Promise<Result<unknown>> {
  const found = await data.lostDatabase()
  if (found.ok && found.value.kind === 'recovery') listener?.(found.value)
  return found
}

/** Leaves the desk for the recovery screen, where nothing is changed yet. Refuses as `DeskData.damagedRows`. */
export async function askRebuild(data: DeskData): Promise<Result<unknown>> {
  const found = await data.damagedRows()
  if (found.ok && found.value.kind === 'recovery') listener?.(found.value)
  return found
}
