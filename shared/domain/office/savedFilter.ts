import { accept, type Result, refuse } from '../../util/result'
import type { RuleContext } from '../register/types'
import type { SavedFilter } from './phrase'

/** Longest name of a saved filter, characters: it stands as a word above the list. */
export const FILTER_NAME_LENGTH = 16

/** Saved filters of one user in one list, at most: they are words that must be read at a glance. */
export const MOST_FILTERS = 20

/** What is saved: `id` of the one that is changed, or null to save under a name. */
export interface SaveFilterInput {
  id: string | null
  list: string
  name: string
  filters: Record<string, unknown>
}

/**
 * 保存筛选 (ui, "List"). Saving under a name in use replaces what it filters; renaming keeps it. `mine` are the actor's
 * filters of this list, removed ones too.
 * Refusals: savedFilter.nameRequired, savedFilter.nameTaken, savedFilter.tooMany, savedFilter.missing.
 */
export function saveFilter(
  mine: readonly SavedFilter[],
  input: SaveFilterInput,
  ctx: RuleContext,
): Result<SavedFilter> {
  const name = input.name.trim().slice(0, FILTER_NAME_LENGTH)
  if (!name) return refuse('savedFilter.nameRequired', 'name')
  const shown = mine.filter(({ removedAt }) => removedAt === null)
  // A removed one may bear the name that another was given since: what is shown counts first.
  const named = [...shown, ...mine].find((one) => one.name === name)
  if (input.id !== null) {
    const changed = shown.find(({ id }) => id === input.id)
    if (!changed) return refuse('savedFilter.missing')
    if (named && named.id !== changed.id && named.removedAt === null) {
      return refuse('savedFilter.nameTaken', 'name', { name })
    }
    return accept({ ...changed, name, filters: input.filters })
  }
  if (named?.removedAt !== null && shown.length >= MOST_FILTERS) {
    return refuse('savedFilter.tooMany', undefined, { most: MOST_FILTERS })
  }
  return accept({
    id: named?.id ?? ctx.newId(),
    userId: ctx.actor.userId,
    list: input.list,
    name,
    filters: input.filters,
    createdAt: named?.createdAt ?? ctx.now,
    removedAt: null,
  })
}

/** Takes a saved filter from the list. Refusals: savedFilter.missing (also where it is somebody else's). */
export function removeFilter(filter: SavedFilter | undefined, ctx: RuleContext): Result<SavedFilter> {
  if (!filter || filter.userId !== ctx.actor.userId || filter.removedAt !== null) {
    return refuse('savedFilter.missing')
  }
  return accept({ ...filter, removedAt: ctx.now })
}
