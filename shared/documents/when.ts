import { formatCivil } from '../util/civilTime'
import type { Instant } from '../util/instant'

/** `2026-11-21 15:30`, '' for none: the cell stays empty for the hand. */
export function when(instant: Instant | null | undefined): string {
  return instant ? formatCivil(instant) : ''
}
