import type { Instant } from '../../util/instant'
import type { Cause } from '../complaint/types'

/** An article that decides a matter: 《民法典》第九百四十四条 and what it comes to, in the project's own words. */
export interface GuidanceLaw {
  article: string
  sense: string
}

/**
 * 处理指引 for one frequent matter (domain 9): what to ask, say, do and record, and what not to say or promise.
 * The catalogue comes with the app; a row of the table `guidance` with the same id replaces an entry, one with an id
 * of its own adds one.
 */
export interface GuidanceMatter {
  id: string
  title: string
  causes: Cause[]
  /** Words by which typing finds it. Parts between spaces must all be said, in any order: `楼上 漏`. */
  keywords: string[]
  ask: string[]
  say: string[]
  act: string[]
  record: string[]
  avoid: string[]
  laws: GuidanceLaw[]
}

/** What the office decided about a matter: its own words, and whether it is shown. */
export interface GuidanceEdit extends GuidanceMatter {
  /** 恢复原文: the catalogue's words count again, in whatever release; those here are only what they were then. */
  original: boolean
  rev: number
  updatedAt: Instant
  updatedBy: string
  /** The office does not want to see it any more. */
  hidden: boolean
}
