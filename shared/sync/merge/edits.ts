import { isListRule, type ListRule, type MergePlan } from './plan'
import { inOrder, isPlain, itemOf, listOf, type Plain, plainOf, same } from './values'

/** The row with another value at a path; undefined takes away what stands there. Rows are not changed, but made anew. */
export function withValue(row: Plain, path: string, value: unknown, plan: MergePlan): Plain {
  return putIn(row, path.split('.'), value, { plan, at: '' }) as Plain
}

/** What a row says at a path; undefined where it says nothing. */
export function valueOf(row: unknown, path: string, plan: MergePlan): unknown {
  let value = row
  let at = ''
  for (const step of path.split('.')) {
    const known = itemOf(step)
    const { by } = ruleOf(plan, at)
    value = known === null ? plainOf(value)[step] : listOf(value).find((item) => keyOf(item, by) === known)
    at = at === '' ? step : `${at}.${known === null ? step : '*'}`
  }
  return value
}

interface Place {
  plan: MergePlan
  at: string
}

function putIn(target: unknown, steps: readonly string[], value: unknown, { plan, at }: Place): unknown {
  const [step, ...rest] = steps
  if (step === undefined) return value
  const known = itemOf(step)
  const inner = { plan, at: at === '' ? step : `${at}.${known === null ? step : '*'}` }
  if (known !== null) return putItem(listOf(target), known, rest, value, { inner, by: ruleOf(plan, at).by })
  const fields = plainOf(target)
  const next = putIn(fields[step], rest, value, inner)
  if (next !== undefined) return { ...fields, [step]: next }
  const { [step]: _gone, ...others } = fields
  return others
}

function putItem(
  list: readonly unknown[],
  known: string,
  rest: readonly string[],
  value: unknown,
  { inner, by }: { inner: Place; by: string },
): unknown[] {
  const found = list.find((item) => keyOf(item, by) === known)
  const next = putIn(found, rest, value, inner)
  if (next === undefined) return list.filter((item) => item !== found)
  return found === undefined ? [...list, next] : list.map((item) => (item === found ? next : item))
}

function ruleOf({ fields }: MergePlan, at: string): ListRule {
  const rule = fields[at]
  return isListRule(rule) ? rule : { unit: 'plain', by: 'id' }
}

function keyOf(item: unknown, by: string): string {
  return String(plainOf(item)[by] ?? '')
}

interface Sides {
  base: readonly unknown[]
  ours: readonly unknown[]
  server: readonly unknown[]
}

/** The lists that are merged item by item, each in an order that does not depend on which side each is on. */
export function ordered(
  merged: Plain,
  three: { base: Plain | null; ours: Plain; server: Plain },
  plan: MergePlan,
): Plain {
  let row = merged
  for (const [path, rule] of Object.entries(plan.fields)) {
    if (!isListRule(rule)) continue
    const list = valueOf(row, path, plan)
    const [ours, server] = [valueOf(three.ours, path, plan), valueOf(three.server, path, plan)]
    if (!Array.isArray(list) || same(ours, server)) continue
    const sides = {
      base: listOf(three.base && valueOf(three.base, path, plan)),
      ours: listOf(ours),
      server: listOf(server),
    }
    row = withValue(row, path, orderedList(list, sides, rule), plan)
  }
  return row
}

function orderedList(list: readonly unknown[], { base, ours, server }: Sides, rule: ListRule): unknown[] {
  const byTime = (a: unknown, b: unknown): number =>
    compare(timeOf(a, rule), timeOf(b, rule)) || compare(keyOf(a, rule.by), keyOf(b, rule.by))
  if (rule.sorted) return list.toSorted(byTime)
  const place = new Map(standingOrder({ base, ours, server }, rule).map((key, at) => [key, at]))
  const placeOf = (item: unknown): number => place.get(keyOf(item, rule.by)) ?? -1
  const standing = list.filter((item) => placeOf(item) >= 0).toSorted((a, b) => placeOf(a) - placeOf(b))
  return [...standing, ...list.filter((item) => placeOf(item) < 0).toSorted(byTime)]
}

/** The order of what stood there before: of the side that changed it. */
function standingOrder({ base, ours, server }: Sides, { by }: ListRule): string[] {
  const [old, mine, theirs] = [base, ours, server].map((items) => items.map((item) => keyOf(item, by)))
  const known = old?.length ? old : mine?.filter((key) => theirs?.includes(key))
  const among = (keys: readonly string[] = []): string[] => keys.filter((key) => known?.includes(key))
  const [first, second] = [among(mine), among(theirs)]
  // What one side took away, and the merge did not, keeps its place.
  if (first.length !== second.length || same(first, second)) return known ?? []
  if (same(known, second)) return first
  return same(known, first) ? second : (inOrder(first, second)[0] as string[])
}

function timeOf(item: unknown, { at }: ListRule): string {
  return at && isPlain(item) ? String(item[at] ?? '') : ''
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
