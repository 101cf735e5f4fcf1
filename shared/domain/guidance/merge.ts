import type { GuidanceEdit, GuidanceMatter } from './types'

/** Ids of matters that an office added itself begin so: nothing in the catalogue has one. */
export const OWN_PREFIX = 'own-'

/** Whether the office added the matter itself, so that there is no 原文 to go back to. */
export function isOwn({ id }: Pick<GuidanceMatter, 'id'>): boolean {
  return id.startsWith(OWN_PREFIX)
}

/** A matter as it is shown, with what the office decided about it. */
export interface GuidanceEntry {
  /** The words that count now. */
  matter: GuidanceMatter
  /** The catalogue's words, or null for a matter of the office's own. */
  original: GuidanceMatter | null
  edit: GuidanceEdit | null
  hidden: boolean
  /** The office's words stand instead of the catalogue's, or beside it. */
  changed: boolean
}

/** The words of an edit, without what is about the edit. */
export function matterOf(edit: GuidanceEdit): GuidanceMatter {
  const { id, title, causes, keywords, ask, say, act, record, avoid, laws } = edit
  return { id, title, causes, keywords, ask, say, act, record, avoid, laws }
}

/**
 * The catalogue with the office's edits over it, in the catalogue's order, the office's own matters first: they were
 * written because the catalogue did not say it. Edits of an entry that a later release dropped stay as own matters.
 */
export function mergeGuidance(
  catalogue: readonly GuidanceMatter[],
  edits: readonly GuidanceEdit[],
): GuidanceEntry[] {
  const byId = new Map(edits.map((edit) => [edit.id, edit]))
  const known = new Set(catalogue.map(({ id }) => id))
  const own = edits
    .filter(({ id }) => !known.has(id))
    .map((edit) => ({ matter: matterOf(edit), original: null, edit, hidden: edit.hidden, changed: true }))
  const listed = catalogue.map((original): GuidanceEntry => {
    const edit = byId.get(original.id) ?? null
    const changed = edit !== null && !edit.original
    const matter = changed ? matterOf(edit) : original
    return { matter, original, edit, hidden: edit?.hidden ?? false, changed }
  })
  return [...own, ...listed]
}

/** What is offered beside a form: everything that the office has not hidden. */
export function shownGuidance(entries: readonly GuidanceEntry[]): GuidanceMatter[] {
  return entries.filter(({ hidden }) => !hidden).map(({ matter }) => matter)
}
