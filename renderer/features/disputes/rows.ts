import type { Dispute } from '../../../shared/domain/dispute/types'
import { standingAt } from '../../../shared/sync/dispute'
import { choiceUnitOf, itemOf } from '../../../shared/sync/merge'
import { isSyncTable } from '../../../shared/sync/travel'
import { diffFields } from '../../../shared/util/diff'
import { describeChanges, type TimelineWords } from '../../register/timeline/timelineWords'
import { formatDateTime, formatDay } from '../../ui'

/** One disputed field in words of the screen. */
export interface CompareRow {
  path: string
  label: string
  base: string
  inForce: string
  waiting: string
  /** Chosen with the others of its kind. */
  together: boolean
}

/** The words that a comparison needs beside those of the register's timeline. */
export interface CompareWords extends TimelineWords {
  /** For a field that the register does not name, by its own name; null where that has no word either. */
  common: (name: string) => string | null
  /** For a field that nobody names. */
  other: string
}

/** The disputed fields as a reader compares them; 现行 is what stands now, which may have gone on since. */
export function compareRows(
  dispute: Dispute,
  row: Record<string, unknown> | null,
  words: CompareWords,
): CompareRow[] {
  const { table, fields } = dispute
  return fields.map(({ path, base, inForce, waiting }) => {
    const plain = plainPath(path)
    return {
      path,
      label: wordOf(plain, words) ?? words.other,
      base: say(plain, base, words),
      inForce: say(plain, row ? standingAt(table, row, path) : inForce, words),
      waiting: say(plain, waiting, words),
      together: isSyncTable(table) && choiceUnitOf(table, path) === 'together',
    }
  })
}

/** A path without the steps to items of lists: `answers.#a1.content` → `answers.content`. */
function plainPath(path: string): string {
  return path
    .split('.')
    .filter((step) => itemOf(step) === null && !/^\d+$/.test(step))
    .join('.')
}

/** Two records that bear one number, where they differ: by that somebody knows which is which. */
export function recordRows(held: object, waiting: object, words: CompareWords): CompareRow[] {
  return describeChanges(diffFields(held, waiting), words).map(({ label, before, after }) => ({
    path: label,
    label,
    base: '',
    inForce: before,
    waiting: after,
    together: false,
  }))
}

function wordOf(path: string, words: CompareWords): string | null {
  return words.label(path) ?? words.common(path.split('.').at(-1) ?? '')
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** A value as a reader writes it, a part field by field, each on its own line; '' where there is none. */
export function say(path: string, value: unknown, words: CompareWords): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'number') return /fen$/i.test(path) ? (value / 100).toFixed(2) : String(value)
  if (typeof value === 'string') return sayText(path, value, words)
  if (Array.isArray(value)) {
    const items = value.map((item) => say(path, item, words)).filter((item) => item !== '')
    return items.join(value.some((item) => typeof item === 'object') ? '\n' : '；')
  }
  return Object.entries(value)
    .flatMap(([key, inner]) => {
      const at = `${path}.${key}`
      const label = wordOf(at, words)
      const text = label === null && !isPart(inner) ? '' : say(at, inner, words)
      if (text === '') return []
      return [label === null || isPart(inner) ? text : `${label}：${text}`]
    })
    .join('\n')
}

function isPart(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function sayText(path: string, value: string, words: CompareWords): string {
  if (INSTANT.test(value)) return formatDateTime(value)
  return DAY.test(value) ? formatDay(value) : (words.value(path, value) ?? value)
}
