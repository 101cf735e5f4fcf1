import { accept, type Result, refuse } from '../../util/result'
import { forbidden } from '../office/permissions'
import type { RuleContext } from '../register/types'
import { isOwn, OWN_PREFIX } from './merge'
import type { GuidanceEdit, GuidanceLaw, GuidanceMatter } from './types'

/** What the form of a matter edits. */
export type GuidanceWords = Omit<GuidanceMatter, 'id'>

/** The lists of a matter, in the order in which they are read: 问, 说, 做, 记, 不要. */
export const GUIDANCE_LISTS = ['ask', 'say', 'act', 'record', 'avoid'] as const
export type GuidanceList = (typeof GUIDANCE_LISTS)[number]

/** How much fits beside a form; the counts are lines of one list. */
export const GUIDANCE_LIMITS = {
  title: 60,
  keyword: 20,
  keywords: 80,
  line: 200,
  lines: 20,
} as const

const tidy = (lines: readonly string[]): string[] =>
  lines.map((line) => line.trim().replace(/\s+/gu, ' ')).filter((line) => line !== '')

function checkTitle(value: string): Result<string> {
  const title = value.trim()
  const max = GUIDANCE_LIMITS.title
  if (title === '') return refuse('guidance.titleRequired', 'title')
  return title.length > max ? refuse('guidance.tooLong', 'title', { max }) : accept(title)
}

/** @param most how many lines, of at most `max` characters each. */
function checkLines(
  lines: readonly string[],
  field: string,
  { most, max }: { most: number; max: number },
): Result<string[]> {
  const kept = tidy(lines)
  if (kept.length > most) return refuse('guidance.tooMany', field, { most })
  return kept.some((line) => line.length > max) ? refuse('guidance.tooLong', field, { max }) : accept(kept)
}

function checkLaws(laws: readonly GuidanceLaw[]): Result<GuidanceLaw[]> {
  const kept = laws.map(({ article, sense }) => ({ article: article.trim(), sense: sense.trim() }))
  if (kept.some(({ article, sense }) => article === '' || sense === ''))
    return refuse('guidance.lawForm', 'laws')
  if (kept.length > GUIDANCE_LIMITS.lines)
    return refuse('guidance.tooMany', 'laws', { most: GUIDANCE_LIMITS.lines })
  const max = GUIDANCE_LIMITS.line
  return kept.some(({ article, sense }) => article.length > max || sense.length > max)
    ? refuse('guidance.tooLong', 'laws', { max })
    : accept(kept)
}

/**
 * Words as they are kept: trimmed, without empty or doubled lines. Refusals: guidance.titleRequired,
 * guidance.causeRequired, guidance.keywordsRequired, guidance.nothingSaid (on `ask`), guidance.lawForm,
 * guidance.tooLong `{ max }`, guidance.tooMany `{ most }`.
 */
export function checkWords(words: GuidanceWords): Result<GuidanceWords> {
  const title = checkTitle(words.title)
  if (!title.ok) return title
  if (words.causes.length === 0) return refuse('guidance.causeRequired', 'causes')
  const keywords = checkLines([...new Set(tidy(words.keywords))], 'keywords', {
    most: GUIDANCE_LIMITS.keywords,
    max: GUIDANCE_LIMITS.keyword,
  })
  if (!keywords.ok) return keywords
  if (keywords.value.length === 0) return refuse('guidance.keywordsRequired', 'keywords')
  const lists = { ask: [], say: [], act: [], record: [], avoid: [] } as Record<GuidanceList, string[]>
  for (const list of GUIDANCE_LISTS) {
    const checked = checkLines(words[list], list, { most: GUIDANCE_LIMITS.lines, max: GUIDANCE_LIMITS.line })
    if (!checked.ok) return checked
    lists[list] = checked.value
  }
  if (GUIDANCE_LISTS.every((list) => lists[list].length === 0)) return refuse('guidance.nothingSaid', 'ask')
  const laws = checkLaws(words.laws)
  if (!laws.ok) return laws
  const causes = [...new Set(words.causes)]
  return accept({ title: title.value, causes, keywords: keywords.value, ...lists, laws: laws.value })
}

/** What a command of guidance stands on: the row as stored, and the revision its writer saw (0: none). */
export interface GuidanceBasis {
  stored: GuidanceEdit | undefined
  rev: number
}

/** Refusals: office.notAllowed (客服主管 and 主任 only, domain 1), record.changedElsewhere. */
function mayChange({ stored, rev }: GuidanceBasis, context: RuleContext): Result<true> {
  const no = forbidden(context.actor.role, 'guidance.write')
  if (no) return no
  return (stored?.rev ?? 0) === rev ? accept(true) : refuse('record.changedElsewhere')
}

function stamped(
  matter: GuidanceMatter,
  decided: Pick<GuidanceEdit, 'original' | 'hidden'>,
  { stored }: GuidanceBasis,
  context: RuleContext,
): GuidanceEdit {
  return {
    ...matter,
    ...decided,
    rev: (stored?.rev ?? 0) + 1,
    updatedAt: context.now,
    updatedBy: context.actor.name,
  }
}

/**
 * The office's own words for a matter; `id` null adds one of its own. Refusals: office.notAllowed,
 * record.changedElsewhere, those of `checkWords`.
 */
export function saveGuidance(
  id: string | null,
  words: GuidanceWords,
  basis: GuidanceBasis,
  context: RuleContext,
): Result<GuidanceEdit> {
  const allowed = mayChange(basis, context)
  if (!allowed.ok) return allowed
  const checked = checkWords(words)
  if (!checked.ok) return checked
  const matter = { id: id ?? `${OWN_PREFIX}${context.newId()}`, ...checked.value }
  return accept(stamped(matter, { original: false, hidden: basis.stored?.hidden ?? false }, basis, context))
}

/**
 * 恢复原文: `original` is the entry of the catalogue. Refusals: office.notAllowed, record.changedElsewhere,
 * guidance.noOriginal where the office wrote the matter itself, guidance.isOriginal.
 */
export function restoreGuidance(
  original: GuidanceMatter,
  basis: GuidanceBasis,
  context: RuleContext,
): Result<GuidanceEdit> {
  const allowed = mayChange(basis, context)
  if (!allowed.ok) return allowed
  if (isOwn(original)) return refuse('guidance.noOriginal')
  if (!basis.stored || basis.stored.original) return refuse('guidance.isOriginal')
  return accept(stamped(original, { original: true, hidden: basis.stored.hidden }, basis, context))
}

/**
 * 隐藏 or 恢复显示; `matter` is what is shown now. Refusals: office.notAllowed, record.changedElsewhere.
 */
export function hideGuidance(
  matter: GuidanceMatter,
  hidden: boolean,
  basis: GuidanceBasis,
  context: RuleContext,
): Result<GuidanceEdit> {
  const allowed = mayChange(basis, context)
  if (!allowed.ok) return allowed
  // Hiding an entry that nobody edited must not freeze its words.
  const original = basis.stored?.original ?? !isOwn(matter)
  return accept(stamped(matter, { original, hidden }, basis, context))
}
