import type { Instant } from '../../util/instant'

/** 常用语: a sentence that somebody saved, offered wherever `field` is filled in. */
export interface Phrase {
  id: string
  /** The field it belongs to: `complaint.answer.content`. */
  field: string
  text: string
  createdAt: Instant
  createdBy: string
  voided: { reason: string; at: Instant; by: string } | null
}

/** 保存筛选: a list's filters under a name, each user's own (ui, "List"). */
export interface SavedFilter {
  id: string
  userId: string
  /** Which list: `complaints`. */
  list: string
  name: string
  /** The list's own filter values; a list reads over what it does not know. */
  filters: Record<string, unknown>
  createdAt: Instant
  /** Removed by its user; saving under the same name brings it back. */
  removedAt: Instant | null
}
