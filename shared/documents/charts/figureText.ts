import type { CarryOver, Figure, Slice } from '../../domain/month/statistics'
import type { Words } from '../words'
import { grouped } from './fit'

/** A figure as it is written: `91.3%`, `42`, `3 天`; its numerator and denominator beside, '' where it has none. */
export interface FigureText {
  value: string
  fraction: string
}

/** `91.3`: one digit after the point, as all rates of domain 12; null with an empty denominator. */
export function percentText(part: number, whole: number): string | null {
  return whole === 0 ? null : ((part / whole) * 100).toFixed(1)
}

/** How a figure is written. An empty denominator, and an average of nothing, is 无 (domain 12). */
export function figureText({ unit, value, denominator }: Figure, words: Words): FigureText {
  if (unit === 'rate' || unit === 'perHundred') {
    const whole = denominator ?? 0
    const percent = percentText(value, whole)
    const said = percent === null ? words('report:unit.none') : unit === 'rate' ? `${percent}%` : percent
    return { value: said, fraction: `${grouped(value)}/${grouped(whole)}` }
  }
  if (unit === 'count') return { value: grouped(value), fraction: '' }
  if (denominator === 0) return { value: words('report:unit.none'), fraction: '' }
  const amount = unit === 'yuan' ? grouped2(value) : grouped(Math.round(value * 10) / 10)
  return { value: words(`report:unit.${unit}`, { value: amount }), fraction: '' }
}

/** 元 with 分: `2,999.90`. */
function grouped2(value: number): string {
  const [whole = '0', part = '00'] = value.toFixed(2).split('.')
  return `${grouped(Number(whole))}.${part}`
}

/** Distributions whose lines are bare numbers, with the word that says what is numbered. */
const NUMBERED: Readonly<Record<string, string>> = {
  'complaint.building': 'report:slice.building',
  'incident.hour': 'report:slice.hour',
}

/**
 * The name of a line of a distribution: a word of the locale, or what somebody typed. `spread`: key of the distribution,
 * by which a bare number is told from the count that stands beside it.
 */
export function sliceName({ name }: Slice, words: Words, spread = ''): string {
  if ('word' in name) return words(name.word)
  const numbered = NUMBERED[spread]
  return numbered && /^\d+$/.test(name.text) ? words(numbered, { value: name.text }) : name.text
}

/** 完成率 of what was due: `74.1%`, 无 where nothing was. */
export function completionText({ completed, due }: CarryOver, words: Words): string {
  const percent = percentText(completed, due)
  return percent === null ? words('report:unit.none') : `${percent}%`
}
