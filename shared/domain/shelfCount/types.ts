import type { Instant } from '../register/types'

/** How a thing was found on the shelf: its label was scanned, or somebody ticked it off. */
export const TICK_WAYS = ['scan', 'hand'] as const
export type TickWay = (typeof TICK_WAYS)[number]

/** One thing that should be on the shelf, as it was called when the count began. */
export interface ShelfLine {
  itemId: string
  number: string
  name: string
  quantity: number
  /** 存放位置 */
  storedAt: string
  tick: { way: TickWay; at: Instant; by: string } | null
  /** It was claimed, handed over or disposed of while the count went on: not missing. */
  left: boolean
}

/** A thing that was scanned though it should not be here any more. */
export interface StrayThing {
  itemId: string
  number: string
  name: string
  at: Instant
  by: string
}

/** 盘点: what should be on the shelf at one moment, and what was there (domain 6). */
export interface ShelfCount {
  id: string
  rev: number
  startedAt: Instant
  startedBy: string
  /** By 存放位置, then by number: the way one walks along the shelf. */
  lines: ShelfLine[]
  strays: StrayThing[]
  /** What was found out about what is missing. */
  words: string
  finishedAt: Instant | null
  finishedBy: string
  updatedAt: Instant
}
