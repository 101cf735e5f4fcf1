import { accept, type Result } from '../../../util/result'
import type { RuleContext } from '../../register/types'
import type { IncidentCommand } from '../states'
import type { Incident } from '../types'
import { advance } from './lifecycle'

/** An item as a form gives it: a new one has no id yet. */
export type Written<T extends { id: string }> = Omit<T, 'id'> & { id: string | null }

/** The items as they are stored: each with an id, no text with stray spaces. */
export function written<T extends { id: string }>(items: readonly Written<T>[], ctx: RuleContext): T[] {
  return items.map((item) => trimmed(identified(item, ctx)))
}

/** An item with its id, a new one where it has none. */
export function identified<T extends { id: string }>(item: Written<T>, ctx: RuleContext): T {
  return { ...item, id: item.id ?? ctx.newId() } as unknown as T
}

/** Without stray spaces in any text of it. */
export function trimmed<T extends object>(item: T): T {
  const fields = Object.entries(item).map(([key, value]) => [
    key,
    typeof value === 'string' ? value.trim() : value,
  ])
  return Object.fromEntries(fields) as T
}

/** The next revision with what was written. */
export function saved(
  record: Incident,
  command: IncidentCommand,
  fields: Partial<Incident>,
  ctx: RuleContext,
): Result<Incident> {
  return accept(advance(record, { command, fields }, ctx))
}
