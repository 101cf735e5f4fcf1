import { describe, expect, it } from 'vitest'
import { civilDayOf } from '../../../shared/util/civilTime'
import { type Lean, parseDay, parseMoment } from '../../../shared/util/dateInput'
import english from '../../../resources/locales/en/ui.json'
import chinese from '../../../resources/locales/zh-CN/ui.json'

const NOW = '2026-11-22T04:00:00.000Z'
const LEANS: readonly Lean[] = ['past', 'future']

/** The examples of a sentence: what stands between its words. */
function examplesOf(sentence: string): string[] {
  return sentence
    .replace(/^如 |^e\.g\. |^.*请写成 |^.*Write /u, '')
    .split(/、| 或 | or /u)
    .map((example) => example.trim())
}

describe.each([
  ['zh-CN', chinese],
  ['en', english],
])('the examples in date fields (%s)', (_, { date }) => {
  it.each(LEANS)('are understood, and lie on the side of the field: %s', (lean) => {
    const days = [date.example.day[lean], date.notUnderstood.day[lean]].flatMap(examplesOf)
    const moments = [date.example.moment[lean], date.notUnderstood.moment[lean]].flatMap(examplesOf)
    const today = civilDayOf(NOW)
    const read = [
      ...days.map((text) => parseDay(text, today, lean) ?? text),
      ...moments.map((text) => civilDayOf(parseMoment(text, NOW, { lean }) ?? text)),
    ]
    expect(read.filter((day) => (lean === 'past' ? day > today : day < today))).toEqual([])
    expect(read.every((day) => /^\d{4}-\d\d-\d\d$/.test(day))).toBe(true)
  })
})
