import { diffFields } from '../../util/diff'
import type { Instant } from '../../util/instant'
import { type MonthId, monthOf } from '../../util/months'
import type { Objection } from '../register/objections'
import { refuse } from '../../util/result'
import type { MonthFacts } from './facts'

/** What goes on growing beside a record that ended: its paper, its links, its scans. */
export const BESIDE = [
  'rev',
  'updatedAt',
  'duty',
  'steps',
  'prints',
  'links',
  'attachmentIds',
  'listKeys',
] as const

/** Whether the director signed a month (主任 审阅) and did not reopen it. */
export type IsLocked = (month: MonthId) => boolean

/** Every month that a write could touch; those of a locked one are to be looked up before `objectionToWrite`. */
export function monthsTouched<R extends object>(facts: MonthFacts<R>, before: R | null, after: R): MonthId[] {
  const moments = [...momentsOf(facts, after), ...(before ? momentsOf(facts, before) : [])]
  return [...new Set(moments.map(monthOf))]
}

/**
 * What a locked month forbids (domain 12), wherever the write comes from:
 * - nothing new is dated into it: `month.backdated` `{ month }`;
 * - a record that ended in it stands as it is, but for its paper, links, scans and 补充: `month.locked` `{ month }`;
 * - of one that was still open then, the part that says what came in stands, and it cannot be voided: `month.locked`.
 * The way out is a 更正单.
 * @param before null for a new record.
 */
export function objectionToWrite<R extends object>(
  facts: MonthFacts<R>,
  before: R | null,
  after: R,
  isLocked: IsLocked,
): Objection {
  const standing = before && objectionToChange(facts, before, after, isLocked)
  if (standing) return standing
  const backdated = newMoments(facts, before, after).find((at) => isLocked(monthOf(at)))
  return backdated ? refuse('month.backdated', undefined, { month: monthOf(backdated) }) : null
}

function objectionToChange<R extends object>(
  facts: MonthFacts<R>,
  before: R,
  after: R,
  isLocked: IsLocked,
): Objection {
  const changed = diffFields(before, after).map(({ path }) => path)
  const ended = facts.endedAt(before)
  if (ended && isLocked(monthOf(ended))) {
    const free = new Set<string>([...BESIDE, ...(facts.later ?? [])])
    return changed.every((path) => free.has(fieldOf(path))) ? null : locked(ended)
  }
  const begun = facts.begunAt(before)
  if (!begun || !isLocked(monthOf(begun))) return null
  return changed.some((path) => fieldOf(path) === 'void' || fixes(facts, path)) ? locked(begun) : null
}

/** Whether the month in which a record began, once locked, keeps what it says at a path, though the matter goes on. */
export function fixes<R>({ fixed, grows = [] }: MonthFacts<R>, path: string): boolean {
  return (fixed as readonly string[]).includes(fieldOf(path)) && !grows.includes(path)
}

/** The field of a record in which a path lies. */
export function fieldOf(path: string): string {
  return path.split('.')[0] ?? ''
}

function locked(at: Instant): Objection {
  return refuse('month.locked', undefined, { month: monthOf(at) })
}

function momentsOf<R>(facts: MonthFacts<R>, record: R): Instant[] {
  return [facts.begunAt(record), facts.endedAt(record), ...datedOf(facts, record)].filter((at) => at !== null)
}

/** Moments that the write brings. Begin and end are looked at apart: one must not hide behind another of that instant. */
function newMoments<R>(facts: MonthFacts<R>, before: R | null, after: R): Instant[] {
  if (before === null) return momentsOf(facts, after)
  const left = datedOf(facts, before)
  const dated = datedOf(facts, after).filter((at) => {
    const known = left.indexOf(at)
    if (known >= 0) left.splice(known, 1)
    return known < 0
  })
  const [begun, ended] = [facts.begunAt(after), facts.endedAt(after)]
  return [
    ...(begun === null || begun === facts.begunAt(before) ? [] : [begun]),
    ...(ended === null || ended === facts.endedAt(before) ? [] : [ended]),
    ...dated,
  ]
}

function datedOf<R>({ dated }: MonthFacts<R>, record: R): Instant[] {
  return (dated?.(record) ?? []).filter((at) => at !== null && at !== undefined)
}
