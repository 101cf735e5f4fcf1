import type { Instant } from '../../util/instant'
import type { Finding } from './check'
import type { MonthTable, MonthView } from './view'

/** Characters of a record's own words that a line of the checklist shows. */
const ABOUT_LENGTH = 30

/** The first words of a text, on one line; no character is cut in two. */
export function firstWords(text: string): string {
  const letters = [...text.replace(/\s+/g, ' ').trim()]
  return letters.length <= ABOUT_LENGTH ? letters.join('') : `${letters.slice(0, ABOUT_LENGTH).join('')}…`
}

/** A record behind a line: which, what it is about (shortened), and what is said of it. */
export function findingOf(
  table: MonthTable,
  { id, number }: { id: string; number: string },
  about: string,
  said: Partial<Pick<Finding, 'at' | 'why' | 'reason'>> = {},
): Finding {
  return { table, id, number, about: firstWords(about), at: null, why: null, reason: '', ...said }
}

/** The moment that a view is judged by: the end of its span, or now while it still runs. */
export function judgedAt({ span, now }: Pick<MonthView, 'span' | 'now'>): Instant {
  return now < span.until ? now : span.until
}
