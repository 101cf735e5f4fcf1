import type { SearchAnswer } from '../data'
import type { HitLine } from './hits'

/** What a search is narrowed by, and under which it stands: the registers, and everything of the households as one. */
export const SEARCH_GROUPS = {
  complaint: ['complaint'],
  lostItem: ['lostItem'],
  lostReport: ['lostReport'],
  incident: ['incident'],
  visit: ['visit'],
  returnVisit: ['returnVisit'],
  correction: ['correction'],
  households: ['unit', 'person', 'vehicle', 'blacklist'],
} as const
export type SearchGroup = keyof typeof SEARCH_GROUPS

const NAMES = Object.keys(SEARCH_GROUPS) as SearchGroup[]

/** The group of a kind of search document. */
export function groupOf(kind: string): SearchGroup {
  return NAMES.find((name) => (SEARCH_GROUPS[name] as readonly string[]).includes(kind)) ?? 'households'
}

/** The hits of one group. */
export interface HitGroup {
  name: SearchGroup
  lines: HitLine[]
  /** How many there are in all. */
  total: number
}

/**
 * The lines by group, in the order of the answer. A record whose number was typed comes first in its group, and its
 * group first where only a number can be meant.
 * @param named the records that a number means, likeliest first.
 */
export function groupHits(
  lines: readonly HitLine[],
  named: readonly HitLine[],
  answer: SearchAnswer,
  query: string,
): HitGroup[] {
  const groups = new Map<SearchGroup, HitGroup>()
  const take = (line: HitLine) => {
    const name = groupOf(line.kind)
    const group = groups.get(name) ?? { name, lines: [], total: 0 }
    groups.set(name, group)
    if (!group.lines.some(({ id }) => id === line.id)) group.lines.push(line)
  }
  if (isWhollyNumber(query)) for (const line of named) take(line)
  // In the order of the best hits, whichever of them is put first within.
  for (const { kind } of lines) open(groups, groupOf(kind))
  for (const line of [...named, ...lines]) take(line)
  const counts = countsByGroup(answer)
  // What a short number means need not hold its digits: it is none of those that were counted.
  for (const group of groups.values()) {
    group.total = Math.max(counts.get(group.name) ?? 0, group.lines.length)
  }
  return [...groups.values()]
}

function open(groups: Map<SearchGroup, HitGroup>, name: SearchGroup): void {
  if (!groups.has(name)) groups.set(name, { name, lines: [], total: 0 })
}

/** How many of each group there are, also of those that a filter hides. */
export function countsByGroup(answer: SearchAnswer | null): Map<SearchGroup, number> {
  const counts = new Map<SearchGroup, number>()
  for (const { kind, total } of answer?.groups ?? []) {
    const name = groupOf(kind)
    counts.set(name, (counts.get(name) ?? 0) + total)
  }
  return counts
}

/** `TS-2026-12`, and not a mere 301, which a door may be as well. */
function isWhollyNumber(query: string): boolean {
  return /[A-Za-z]{2}-?|\d{4}-/.test(query) && /\d$/.test(query.trim())
}
