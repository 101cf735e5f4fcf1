/** What is selected in a list: the ids, or everything filtered but the ids. */
export interface Selection {
  all: boolean
  ids: ReadonlySet<string>
  /** The ids before a span was begun with Shift: what the span leaves again is as it was. */
  base: ReadonlySet<string>
}

export const NOTHING: Selection = { all: false, ids: new Set(), base: new Set() }
export const EVERYTHING: Selection = { ...NOTHING, all: true }

export function isSelected({ all, ids }: Selection, id: string): boolean {
  return all !== ids.has(id)
}

/** How many are selected of the `total` that are filtered. */
export function selectedCount({ all, ids }: Selection, total: number): number {
  return all ? Math.max(0, total - ids.size) : ids.size
}

/** Selects a record, or lets it go. */
export function toggled({ all, ids }: Selection, id: string): Selection {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return { all, ids: next, base: next }
}

/** Selects a span of records; a `fresh` one keeps what was selected before it, one that goes on replaces its own. */
export function spanned({ all, ids, base }: Selection, span: readonly string[], fresh: boolean): Selection {
  const before = fresh ? ids : base
  const next = new Set(before)
  for (const id of span) {
    if (all) next.delete(id)
    else next.add(id)
  }
  return { all, ids: next, base: before }
}
