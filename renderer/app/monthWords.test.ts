import { describe, expect, it } from 'vitest'
import englishChecks from '../../resources/locales/en/monthChecks.json'
import englishStatistics from '../../resources/locales/en/statistics.json'
import chineseChecks from '../../resources/locales/zh-CN/monthChecks.json'
import chineseStatistics from '../../resources/locales/zh-CN/statistics.json'
import { checkMonth } from '../../shared/domain/month/commonChecks'
import { registerMonths } from '../../shared/domain/month/registers'
import { monthViewOf } from '../../shared/domain/month/testing'
import { monthGoal, yearGoal } from '../../shared/domain/visit/goals'

const sources = import.meta.glob<string>('../../shared/domain/**/*.ts', {
  eager: true,
  query: '?raw',
  import: 'default',
})
const code = Object.entries(sources).filter(([path]) => !path.includes('.test.'))
const month = code.filter(([path]) => /\/month\w*\.ts$|\/month\//.test(path)).map(([, text]) => text)

const goals = { month: monthGoal(1, 40), year: yearGoal(1, 40) }
const view = monthViewOf('2026-12', {}, { occupied: 40, goals })
const registers = registerMonths.map(({ figures }) => figures(view))
const figures = registers.flatMap((register) => register.figures.map(({ key }) => key))
const spreads = registers.flatMap((register) => register.spreads.map(({ key }) => key))
const lines = checkMonth(view, { toSign: {}, changed: () => false }).map(({ key }) => key)

/** What the code quotes after `before`: the words that are put together from parts stand in `why(…)`. */
function quoted(before: RegExp): string[] {
  return month.flatMap((text) => [...text.matchAll(before)].map(([, key]) => key ?? ''))
}
const slices = quoted(/statistics:slice\.(\w+)'/g)
const whys = [
  ...quoted(/monthChecks:why\.(\w+)'/g),
  ...quoted(/\bwhy\('(\w+)'/g),
  ...quoted(/\bwhy\(\w+ \? '(\w+)'/g),
  ...quoted(/\bwhy\(\w+ \? '\w+' : '(\w+)'/g),
]

function sentence(locale: unknown, path: string): unknown {
  const found = path
    .split('.')
    .reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], locale)
  // English has a plural that Chinese lacks.
  return found ?? (path.endsWith('_other') ? undefined : sentence(locale, `${path}_other`))
}
const unique = (keys: string[]) => [...new Set(keys)].sort()

describe('the words of a month (domain 12: every figure shows its definition)', () => {
  it('are looked for where they are used', () => {
    expect(figures).toContain('complaint.returnVisitInTime')
    expect(spreads).toContain('complaint.cause')
    expect(lines).toContain('complaint.overAMonth')
    expect(whys).toEqual(expect.arrayContaining(['visitLate', 'visitLateTried', 'openDays']))
    expect(new Set(figures).size).toBe(figures.length)
    expect(new Set(lines).size).toBe(lines.length)
  })

  it.each(
    unique([
      ...figures.flatMap((key) => [`figure.${key}`, `define.${key}`]),
      ...spreads.map((key) => `spread.${key}`),
      ...slices.map((key) => `slice.${key}`),
    ]),
  )('statistics %s in both languages', (path) => {
    expect(sentence(chineseStatistics, path)).toEqual(expect.any(String))
    expect(sentence(englishStatistics, path)).toEqual(expect.any(String))
  })

  it.each(
    unique(lines.flatMap((key) => [`line.${key}`, `do.${key}`]).concat(whys.map((key) => `why.${key}`))),
  )('checklist %s in both languages', (path) => {
    expect(sentence(chineseChecks, path)).toEqual(expect.any(String))
    expect(sentence(englishChecks, path)).toEqual(expect.any(String))
  })
})
