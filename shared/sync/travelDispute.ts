import type { Row } from './wire'

/** In the list of what is kept back: all that a dispute says of its record, for the register itself stays here. */
export const EVERYTHING = '*'

/**
 * 待核对 as it goes: without what its sender keeps back of the record it is about, in the version that waits as in the
 * fields that differ. What is left can be decided anywhere; what is not is on the machines that have it.
 * @param withheld fields of the disputed table, or `EVERYTHING`.
 * @param blanks what stands on the server instead of them.
 */
export function disputeToWire(row: Row, withheld: readonly string[], blanks: Row): Row {
  if (withheld.includes(EVERYTHING)) return { ...row, fields: [], waiting: {} }
  const { waiting, fields } = partsOf(row)
  const kept = Object.entries(blanks).filter(([key]) => withheld.includes(key) && Object.hasOwn(waiting, key))
  return {
    ...row,
    waiting: { ...waiting, ...Object.fromEntries(kept) },
    fields: fields.filter((field) => !withheld.includes(fieldOf(field))),
  }
}

/** 待核对 that came, with what stands here of what its sender kept back. */
export function disputeFromWire(row: Row, withheld: readonly string[], local: Row | null): Row {
  if (!local || withheld.length === 0) return row
  const here = partsOf(local)
  if (withheld.includes(EVERYTHING)) return { ...row, ...here }
  const { waiting, fields } = partsOf(row)
  const kept = Object.entries(here.waiting).filter(([key]) => withheld.includes(key))
  return {
    ...row,
    waiting: { ...waiting, ...Object.fromEntries(kept) },
    fields: [...fields, ...here.fields.filter((field) => withheld.includes(fieldOf(field)))],
  }
}

function partsOf(row: Row): { waiting: Row; fields: { path: string }[] } {
  const { waiting, fields } = row
  return { waiting: waiting as Row, fields: fields as { path: string }[] }
}

function fieldOf({ path }: { path: string }): string {
  return path.split('.')[0] ?? ''
}
