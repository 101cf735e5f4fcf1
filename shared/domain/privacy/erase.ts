import { isCivilDay } from '../../util/civilTime'
import { type Erasable, type Erased, ERASED_WORDS } from './types'

/**
 * How rows of one table are de-identified (domain 13). What stays is allowed, never filtered: numbers, yes or no,
 * moments, ids, and the words of the closed lists named here; every other text goes, whatever it says.
 */
export interface ErasingRule {
  /** Closed lists by path, with `*` for an item of a list or a key: `answers.*.way`. */
  choices: Readonly<Record<string, readonly string[]>>
  /** Paths that are set to something else than words: lists of values, ids that a schema wants. */
  sets?: Readonly<Record<string, unknown>>
}

/** Ids that lead to a person or a door. */
const LEADS_TO_PEOPLE = /^(?:personId|unitId)$/
const LEADS_TO_MANY = /^(?:unitIds|phones)$/
/** Texts that a screen formats: left empty instead of words. */
const FORMATTED = /^(?:phone|unitCode|idLast4|idLastFour)$/
const IS_ID = /(?:^id|Ids?|^repeatOf|^joinedInto|^opId|^register|^table|^command|^form|^stepId|^mime)$/
const IS_DIGEST = /(?:^digest|Digest|^sha256s?)$/
const LIKE_AN_ID = /^[\w|:./+-]{0,100}$/
const IS_NUMBER = /(?:^number|Number)$/
const LIKE_A_NUMBER = /^(?:[^\s\d]{1,12}-[A-Z]{2}-\d{4}-[A-Z]?\d{4,}|\d{4}-\d{2})$/
const IS_DAY = /(?:On|Date|Until|^until|^from|^to|^day)$/
const IS_MONTH = /^(?:month|round)$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

/** Of the records of every register; 屏幕签字 are drawings of a name. */
const COMMON: ErasingRule['choices'] = {
  'prints.*.history.*.way': ['printer', 'pdf', 'batch', 'blank', 'screen'],
  'prints.*.signature.outcome': ['signed', 'refused'],
  'links.*.relation': ['related', 'repeat', 'joined', 'returnVisit', 'correction'],
}
const DROPPED = /^prints\.\*\.drawn$/

/**
 * The row without anything that can name somebody: texts say 已按规定删除, what leads to a person or a door is null,
 * drawn signatures are gone. Rows that were erased already stay as they are.
 */
export function eraseRow<R extends Erasable>(row: R, rule: ErasingRule, erased: Erased): R {
  if (row.erased) return row
  const clean = walk(row, '', '', rule) as R
  return { ...clean, erased }
}

function walk(value: unknown, path: string, key: string, rule: ErasingRule): unknown {
  if (rule.sets && Object.hasOwn(rule.sets, path)) return rule.sets[path]
  if (Array.isArray(value)) {
    if (LEADS_TO_MANY.test(key)) return []
    return value.map((item) => walk(item, join(path, '*'), key, rule))
  }
  if (typeof value === 'object' && value !== null) return walkFields(value, path, rule)
  if (LEADS_TO_PEOPLE.test(key)) return null
  return typeof value === 'string' ? textOf(value, path, key, rule) : value
}

function walkFields(value: object, path: string, rule: ErasingRule): Record<string, unknown> {
  const fields = Object.entries(value).flatMap(([key, field]): [string, unknown][] => {
    const exact = join(path, key)
    const any = join(path, '*')
    // A key of `prints` or `details` is a code of ours.
    const at = known(exact, rule) || !OPEN.has(path) ? exact : any
    return DROPPED.test(at) ? [] : [[key, walk(field, at, key, rule)]]
  })
  return Object.fromEntries(fields)
}

/** Fields whose own fields are named by codes. */
const OPEN: ReadonlySet<string> = new Set(['prints', 'details'])

function known(path: string, { choices, sets = {} }: ErasingRule): boolean {
  return Object.hasOwn(choices, path) || Object.hasOwn(sets, path)
}

function textOf(value: string, path: string, key: string, { choices }: ErasingRule): string {
  if (value === '' || INSTANT.test(value)) return value
  const list = choices[path] ?? COMMON[path]
  if (list) return list.includes(value) ? value : ERASED_WORDS
  if (FORMATTED.test(key)) return ''
  return isCode(value, path, key) ? value : ERASED_WORDS
}

function isCode(value: string, path: string, key: string): boolean {
  if (IS_ID.test(key)) return LIKE_AN_ID.test(value)
  if (IS_DIGEST.test(key)) return /^[0-9a-f]{64}$/.test(value)
  if (IS_NUMBER.test(key)) return LIKE_A_NUMBER.test(value)
  if (IS_DAY.test(key)) return isCivilDay(value)
  if (IS_MONTH.test(key)) return /^\d{4}-(?:\d{2}|Q\d)$/.test(value)
  return path === 'duty.kind' && LIKE_AN_ID.test(value)
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`
}
