import { innerWidth, type Pair, type Row } from '../layout/grid'
import { BODY } from '../layout/measures'
import { ems } from '../runs'
import type { CopyFact } from './facts'

/** Whether a value stands on one line beside two others. */
function isShort([, value]: CopyFact): boolean {
  return !value.includes('\n') && ems(value) * BODY <= innerWidth(1, 1)
}

/** Spans that let one, two or three pairs fill the six columns. */
const SPANS: readonly (readonly NonNullable<Pair['span']>[])[] = [[], [5], [1, 3], [1, 1, 1]]

/** Facts in rows: short ones up to three side by side, each long one by itself; their order stays. */
export function factRows(facts: readonly CopyFact[], row: (pairs: Pair[]) => Row): Row[] {
  const groups: CopyFact[][] = []
  for (const fact of facts) {
    const last = groups.at(-1)
    if (last && last.length < 3 && [...last, fact].every(isShort)) last.push(fact)
    else groups.push([fact])
  }
  return groups.map((group) =>
    row(group.map(([label, value], at) => ({ label, value, span: SPANS[group.length]?.[at] ?? 5 }))),
  )
}
