import { foldText } from '../../util/textFold'
import type { Cause } from '../complaint/types'
import type { GuidanceMatter } from './types'

/** What is known of a matter while somebody talks. */
export interface GuidanceClues {
  /** 原因类别 of the record, once it was judged; empty before. */
  causes: readonly Cause[]
  /** What is being typed. */
  text: string
}

/** A matter that fits, and by which of its keywords. */
export interface GuidanceMatch {
  matter: GuidanceMatter
  score: number
  hits: string[]
}

/** As much as a keyword of three characters: a cause that was judged counts, but not against what was said. */
const CAUSE_BONUS = 9

/** A matter about a whole 原因类别 stands before the others of it until a word is said; the least word weighs 1. */
const GENERAL = /^general-/
const GENERAL_BONUS = 0.5

/** Whether a matter of the catalogue speaks about a whole 原因类别. */
export function isGeneral({ id }: Pick<GuidanceMatter, 'id'>): boolean {
  return GENERAL.test(id)
}

function partsOf(keyword: string): string[] {
  return keyword
    .split(/\s+/u)
    .map(foldText)
    .filter((part) => part !== '')
}

/** Longer words say more: two characters count 4, four count 16. */
function weightOf(keyword: string): number {
  return partsOf(keyword).join('').length ** 2
}

/** Keywords of a matter that are said in `folded` text, each once. */
function hitsIn(matter: GuidanceMatter, folded: string): string[] {
  const said = (keyword: string) => {
    const parts = partsOf(keyword)
    return parts.length > 0 && parts.every((part) => folded.includes(part))
  }
  return [...new Set(matter.keywords)].filter(said)
}

/**
 * Matters that fit, best first: by the length of the keywords said, how many they are, and the cause (domain 9).
 * Of equals the catalogue's order stays. Without a keyword or a cause in common a matter is left out.
 */
export function matchGuidance(
  matters: readonly GuidanceMatter[],
  { causes, text }: GuidanceClues,
): GuidanceMatch[] {
  const folded = foldText(text)
  return matters
    .map((matter): GuidanceMatch => {
      const hits = folded === '' ? [] : hitsIn(matter, folded)
      const ofCause = matter.causes.some((cause) => causes.includes(cause))
      const words = hits.reduce((sum, keyword) => sum + weightOf(keyword), 0)
      const general = ofCause && isGeneral(matter) ? GENERAL_BONUS : 0
      return { matter, hits, score: words + (ofCause ? CAUSE_BONUS : 0) + general }
    })
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
}

/**
 * Matters that somebody looks up: `query` in a title, or part of a keyword, or a sentence that says one. Everything
 * for an empty query, in the catalogue's order.
 */
export function lookUpGuidance(matters: readonly GuidanceMatter[], query: string): GuidanceMatter[] {
  const folded = foldText(query)
  if (folded === '') return [...matters]
  const said = matchGuidance(matters, { causes: [], text: query })
  const scores = new Map(said.map(({ matter, score }) => [matter.id, score]))
  const near = (matter: GuidanceMatter): number => {
    const words = scores.get(matter.id) ?? 0
    if (foldText(matter.title).includes(folded)) return words + 2 * folded.length ** 2 + 1
    return words || Number(matter.keywords.some((keyword) => foldText(keyword).includes(folded)))
  }
  return matters
    .map((matter) => ({ matter, score: near(matter) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ matter }) => matter)
}
