import { itemOf, joined } from './values'

/**
 * How a field is merged where both sides changed it (issue "Conflicts"):
 * - `plain`: by itself; both changed it to something else: asked;
 * - `together`: dates, money, states, signatures, decisions and what follows from them: all of a record's are one, and
 *   where both sides changed any of them the server's stay whole and ours are asked;
 * - the others keep books and ask nobody: `rev` the higher and one more; `max` the later; `newer` follows the row that
 *   was written later; `union` whatever either side has added and neither taken away; `recomputed` by the register;
 *   `paper` the prints of a form, beside its signatures.
 */
export type Unit = 'plain' | 'together' | Way
export type Way = 'rev' | 'max' | 'newer' | 'union' | 'recomputed' | 'paper'

/** A list of objects that is merged item by item: new ones of both sides are kept. */
export interface ListRule {
  /** Of its items coming and going; their fields have units of their own. `together`: only new ones beside new ones agree. */
  unit: 'plain' | 'together'
  /** The field by which an item is known. */
  by: string
  /** Moment by which new items stand in their order; without it new ones are ordered by what they are known by. */
  at?: string
  /** The whole list stands in the order of its moments, not of its writing. */
  sorted?: true
  /** Items are numbered as they come: both sides giving the next number is asked. */
  numbered?: true
}

/** `whole`: `plain`, and in one piece, for parts that belong together: whom it is about, one line of a log. */
export type FieldRule = Unit | 'whole' | ListRule

/** How records of one table are merged. Paths are dotted, `*` for an item of a list or a key. */
export interface MergePlan {
  /** What is not named here goes by its name: see `unitByName`. A `together` or `whole` holds for everything in it. */
  fields: Readonly<Record<string, FieldRule>>
  /** Where 作废 stands; null where rows are never void. */
  voidAt: string | null
  /** What one side settled counts, of two the server's, and nobody is asked. */
  firstWins?: true
}

/** Names of moments, days, people who answer for something, money, states and decisions. */
const TOGETHER_NAME =
  /(?:At|On|By|Until|Date|UserIds?)$|^(?:at|by|on|day|month|year|from|to|until|state|status|outcome|verdict|decision|severity|amount|fen|band|erased|void|voided|id|seq|number|register|basis)$/

/** The unit of a field that its plan does not name: what looks like a moment, money or a decision is never merged alone. */
function unitByName(path: string): 'plain' | 'together' {
  const name = path.split('.').findLast((key) => key !== '*') ?? ''
  return TOGETHER_NAME.test(name) ? 'together' : 'plain'
}

/** How the field at a path (with `*`) is merged. */
export function ruleAt({ fields }: MergePlan, path: string): FieldRule {
  const own = fields[path]
  if (own) return own
  const keys = path.split('.')
  for (let length = keys.length - 1; length > 0; length -= 1) {
    const above = fields[keys.slice(0, length).join('.')]
    if (above === 'together' || above === 'whole') return above
  }
  return unitByName(path)
}

/** A path with `*` for every item of a list, and for every key that is a code of ours: `prints.*.signature`. */
export function patternOf({ fields }: MergePlan, path: string): string {
  let pattern = ''
  for (const step of path.split('.')) {
    const isKey = Object.hasOwn(fields, joined(pattern, '*')) && !isListRule(fields[pattern])
    pattern = joined(pattern, isKey || itemOf(step) !== null ? '*' : step)
  }
  return pattern
}

/** Whether a rule is one of a list that is merged item by item. */
export function isListRule(rule: FieldRule | undefined): rule is ListRule {
  return typeof rule === 'object'
}
