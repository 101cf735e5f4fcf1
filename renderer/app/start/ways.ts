import type { Result } from '../../../shared/util/result'
import type { DeskData } from '../../data'
import type { Plan, Way } from '../../features/recovery'
import { desk } from '../../platform/desk'

type OnProgress = (progress: { done: number; total: number }) => void

/** Goes a way out of what was found at start; answers once it is done. */
export function goWay(
  data: DeskData,
  lastSeq: number,
  way: Way,
  plan: Plan,
  onProgress: OnProgress,
): Promise<Result<unknown>> {
  if (way === 'recover') return data.recover(lastSeq, plan.fromScratch, onProgress)
  return way === 'rebuild' ? data.rebuildLedger(onProgress) : desk.invoke('journal.setAside', {})
}
