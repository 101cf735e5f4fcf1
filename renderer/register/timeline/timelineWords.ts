import type { FieldChange } from '../../../shared/domain/audit/types'
import { diffFields } from '../../../shared/util/diff'
import { formatDateTime } from '../../ui'

/** One changed field, by the name of its label and in words of the screen; see `describeChanges`. */
export interface WordedChange {
  label: string
  before: string
  after: string
}

/** The words the timeline needs of the locale. Each answers null for what it does not know. */
export interface TimelineWords {
  /** Label of a field by its path without list indexes: `judgement.severity`. */
  label: (path: string) => string | null
  /** Word for a value of a field that is one of a list. */
  value: (path: string, value: string) => string | null
  yes: string
  no: string
}

/** Fields that say nothing to a reader, or what the head of the entry says already: who and when. */
const HIDDEN = [
  /^(?:rev|updatedAt|listKeys|register|year|seq|id|createdAt|createdBy)$/,
  /^(?:duty|steps|prints)\b/,
  /(?:^|\.)(?:judgedAt|judgedBy|assignedAt|assignedBy|suspendedAt|suspendedBy|movedAt|movedBy)$/,
  /(?:^|\.)(?:verifiedAt|verifiedBy|personId|unitId|id)$/,
  /^(?:closedAt|closedBy|escalatedAt|links|repeatOf)$/,
  /^void\./,
]

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/

/** The changes of one audit entry that a reader wants: parts that came or went whole are told field by field. */
export function describeChanges(fields: readonly FieldChange[], words: TimelineWords): WordedChange[] {
  return fields.flatMap(unfold).flatMap(({ path, before, after }) => {
    const plain = path.replaceAll(/\.\d+(?=\.|$)/g, '')
    const label = HIDDEN.some((pattern) => pattern.test(plain)) ? null : words.label(plain)
    if (label === null) return []
    const change = { label, before: say(plain, before, words), after: say(plain, after, words) }
    return change.before === change.after ? [] : [change]
  })
}

function unfold(change: FieldChange): FieldChange[] {
  const { path, before, after } = change
  if (!isPart(before) && !isPart(after)) return [change]
  return diffFields(before ?? {}, after ?? {}, path).flatMap((inner) =>
    inner.path === path ? [inner] : unfold(inner),
  )
}

function isPart(value: unknown): boolean {
  if (Array.isArray(value)) return value.some((item) => typeof item === 'object')
  return typeof value === 'object' && value !== null
}

function say(path: string, value: unknown, words: TimelineWords): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (Array.isArray(value)) return value.map((item) => say(path, item, words)).join('；')
  if (typeof value === 'number') return path.endsWith('chosenProposal') ? String(value + 1) : String(value)
  if (typeof value !== 'string') return ''
  return INSTANT.test(value) ? formatDateTime(value) : (words.value(path, value) ?? value)
}
