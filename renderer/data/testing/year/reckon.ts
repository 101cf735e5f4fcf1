import { type Moment, monthBegin } from './calendar'
import type { YearFacts } from './facts'

/** 前期遗留 … 结转 of a register, as the words of the review define them. */
export interface ReckonedCarry {
  carriedIn: number
  adjusted: number
  added: number
  due: number
  completed: number
  withdrawn: number
  carriedOut: number
}

/** What the script says of one register and month. */
export interface Reckoned {
  carryOver: ReckonedCarry | null
  /** Value and denominator by key. */
  figures: Record<string, [number, number | null]>
  /** Value by slice by key. */
  spreads: Record<string, Record<string, number>>
}

/** A month as the script sees it: `until` is its end, `at` the moment it is judged by. */
export interface Month {
  from: Moment
  until: Moment
  at: Moment
  facts: YearFacts
}

export function monthOf(facts: YearFacts, from: Moment): Month {
  const until = monthBegin(from, 1)
  return { from, until, at: Math.min(until, facts.now), facts }
}

export function isIn(at: Moment | null, { from, until }: Pick<Month, 'from' | 'until'>): boolean {
  return at !== null && at >= from && at < until
}

export function isSameMonth(a: Moment, b: Moment): boolean {
  return monthBegin(a) === monthBegin(b)
}

/** One matter: when it came, when it ended, and whether it ended without being dealt with. */
export interface Matter {
  came: Moment
  ended: Moment | null
  withdrawn: boolean
}

/** 前期遗留 + 本月新增 = 应跟进; less 已完成 and 作废 = 结转. One that came and was withdrawn in one month is counted by nobody. */
export function carryOf(all: readonly Matter[], month: Month): ReckonedCarry {
  const matters = all.filter(
    ({ came, ended, withdrawn }) => !(withdrawn && ended !== null && isSameMonth(came, ended)),
  )
  const count = (holds: (matter: Matter) => boolean) => matters.filter(holds).length
  const carriedIn = count(({ came, ended }) => came < month.from && (ended === null || ended >= month.from))
  const added = count(({ came }) => isIn(came, month))
  const completed = count(({ ended, withdrawn }) => isIn(ended, month) && !withdrawn)
  const withdrawn = count((matter) => isIn(matter.ended, month) && matter.withdrawn)
  const due = carriedIn + added
  return { carriedIn, adjusted: 0, added, due, completed, withdrawn, carriedOut: due - completed - withdrawn }
}

/** How often each of the names occurs; every one of the list is there, with 0 where it does not. */
export function tally(names: readonly string[], found: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = 0
  for (const name of found) counts[name] = (counts[name] ?? 0) + 1
  return counts
}

/** Households that are 自住 or 出租 at a moment. */
export function occupiedAt({ units, moves }: YearFacts, at: Moment): number {
  let occupied = 0
  for (const unit of units) {
    const moved = moves.filter((move) => move.unit === unit.code && move.at < at)
    const last = moved.toSorted((a, b) => a.at - b.at).at(-1)
    const status = last ? last.status : unit.status
    if (status === 'ownerOccupied' || status === 'let') occupied += 1
  }
  return occupied
}
