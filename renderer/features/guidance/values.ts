import type { GuidanceWords } from '../../../shared/domain/guidance/edit'
import type { GuidanceLaw } from '../../../shared/domain/guidance/types'

/** What the form of a matter holds: lists as text, one line each; keywords in a row. */
export interface MatterValues {
  title: string
  causes: GuidanceWords['causes']
  keywords: string
  ask: string
  say: string
  act: string
  record: string
  avoid: string
  laws: string
}

export const BLANK: MatterValues = {
  title: '',
  causes: [],
  keywords: '',
  ask: '',
  say: '',
  act: '',
  record: '',
  avoid: '',
  laws: '',
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '')

/** `《民法典》第288条：大意`: the first colon of either width parts them; without one the sense is missing. */
function lawOf(line: string): GuidanceLaw {
  const at = line.search(/[：:]/u)
  return at < 0 ? { article: line, sense: '' } : { article: line.slice(0, at), sense: line.slice(at + 1) }
}

/** A matter as the form shows it. */
export function valuesOf({ title, causes, keywords, laws, ...lists }: GuidanceWords): MatterValues {
  return {
    title,
    causes,
    keywords: keywords.join('、'),
    ask: lists.ask.join('\n'),
    say: lists.say.join('\n'),
    act: lists.act.join('\n'),
    record: lists.record.join('\n'),
    avoid: lists.avoid.join('\n'),
    laws: laws.map(({ article, sense }) => `${article}：${sense}`).join('\n'),
  }
}

/** What the form says, for the command; keywords stand between 、 or ，, or on lines of their own. */
export function wordsOf({ title, causes, keywords, laws, ...lists }: MatterValues): GuidanceWords {
  return {
    title,
    causes,
    keywords: keywords.split(/[\n、，,]/u).filter((word) => word.trim() !== ''),
    ask: linesOf(lists.ask),
    say: linesOf(lists.say),
    act: linesOf(lists.act),
    record: linesOf(lists.record),
    avoid: linesOf(lists.avoid),
    laws: linesOf(laws).map(lawOf),
  }
}
