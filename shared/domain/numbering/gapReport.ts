import type { Instant } from '../../util/instant'
import { type NumberCounter, type NumberParts, parseNumber, seriesOf } from './number'
import type { RegisterCode } from './registers'

/** 作废: the number stays, with who, when and why. */
export interface VoidMark {
  reason: string
  at: Instant
  by: string
}

/** One record, as the report reads it. */
export interface NumberedRow {
  number: string
  void: VoidMark | null
}

/** What one series (register, year, machine letter) shows. */
export interface SeriesReport {
  register: RegisterCode
  year: number
  letter: string
  /** Records found. */
  count: number
  /** Last number given: the counter's, or the highest found where that is higher. */
  last: number
  /** Missing sequences, as runs, both ends included. */
  gaps: { from: number; to: number }[]
  /** Numbers that more than one record bears. */
  duplicates: string[]
  voids: (VoidMark & { number: string })[]
}

/** The proof of domain 2, "A gap report proves it". `unreadable` are numbers that belong to no series. */
export interface GapReport {
  series: SeriesReport[]
  unreadable: string[]
}

interface Pile {
  parts: Omit<NumberCounter, 'last'>
  seen: Map<number, { number: string; times: number }>
  voids: (VoidMark & { number: string })[]
  last: number
}

/**
 * Checks every number of every series, sorted by register, year and letter.
 * @param counters what the machine says it gave: shows a record that is missing at the end of its series.
 */
export function gapReport(rows: Iterable<NumberedRow>, counters: Iterable<NumberCounter> = []): GapReport {
  const piles = new Map<string, Pile>()
  const unreadable: string[] = []
  for (const counter of counters) pileOf(piles, counter).last = counter.last
  for (const row of rows) {
    const parts = parseNumber(row.number)
    if (parts) addRow(pileOf(piles, parts), parts, row)
    else unreadable.push(row.number)
  }
  const names = [...piles.keys()].sort()
  return { series: names.flatMap((name) => reportOf(piles.get(name))), unreadable }
}

function pileOf(piles: Map<string, Pile>, of: Omit<NumberCounter, 'last'>): Pile {
  const name = seriesOf(of)
  const found = piles.get(name)
  if (found) return found
  const { register, year, letter } = of
  const made: Pile = { parts: { register, year, letter }, seen: new Map(), voids: [], last: 0 }
  piles.set(name, made)
  return made
}

function addRow(pile: Pile, { seq }: NumberParts, row: NumberedRow): void {
  const times = (pile.seen.get(seq)?.times ?? 0) + 1
  pile.seen.set(seq, { number: row.number, times })
  pile.last = Math.max(pile.last, seq)
  if (row.void) pile.voids.push({ ...row.void, number: row.number })
}

function reportOf(pile: Pile | undefined): SeriesReport[] {
  if (!pile) return []
  const found = [...pile.seen.values()]
  return [
    {
      ...pile.parts,
      count: found.reduce((sum, { times }) => sum + times, 0),
      last: pile.last,
      gaps: gapsIn(
        [...pile.seen.keys()].sort((a, b) => a - b),
        pile.last,
      ),
      duplicates: found.filter(({ times }) => times > 1).map(({ number }) => number),
      voids: pile.voids,
    },
  ]
}

/** Walks the numbers found instead of counting up: one wild number must not take a minute. */
function gapsIn(sorted: number[], last: number): { from: number; to: number }[] {
  const gaps: { from: number; to: number }[] = []
  let expected = 1
  for (const seq of [...sorted, last + 1]) {
    if (seq > expected) gaps.push({ from: expected, to: seq - 1 })
    expected = seq + 1
  }
  return gaps
}
