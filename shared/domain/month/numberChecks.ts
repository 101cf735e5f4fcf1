import type { SeriesReport } from '../numbering/gapReport'
import { formatNumber, parseNumber } from '../numbering/number'
import type { Finding } from './check'
import { findingOf } from './finding'
import type { LivingRow } from './livingRows'
import type { ReviewView } from './view'

/** A finding behind which there is no record has no table; its number tells it from the others. */
function ofNumber(number: string, why: Finding['why']): Finding {
  return { table: '', id: number, number, about: '', at: null, why, reason: '' }
}

/**
 * What the gap report of the year does not find in order (domain 2, 12): missing numbers as runs, numbers that two records
 * bear, and some that cannot be read. Of the whole year, because a missing number says no day.
 */
export function numberFindings({ gaps }: Pick<ReviewView, 'gaps'>, rows: readonly LivingRow[]): Finding[] {
  const prefix = prefixOf(rows)
  return [
    ...gaps.series.flatMap((series) => missingIn(series, prefix)),
    ...gaps.series.flatMap(({ duplicates }) => duplicates.flatMap((number) => doubled(number, rows))),
    ...gaps.unreadable.map((number) => ofNumber(number, { word: 'monthChecks:why.unreadable' })),
  ]
}

/** 客服, as the numbers of the month have it; numbers that are missing have none of their own. */
function prefixOf(rows: readonly LivingRow[]): string {
  for (const { record } of rows) {
    const parts = parseNumber(record.number)
    if (parts) return parts.prefix
  }
  return ''
}

function missingIn({ register, year, letter, gaps }: SeriesReport, prefix: string): Finding[] {
  const written = (seq: number) => {
    const number = formatNumber({ prefix, register, year, letter, seq })
    return prefix === '' ? number.slice(1) : number
  }
  return gaps.map(({ from, to }) => {
    const count = to - from + 1
    const one = { word: 'monthChecks:why.missing' }
    const many = { word: 'monthChecks:why.missingRun', params: { count, to: written(to) } }
    return ofNumber(written(from), count === 1 ? one : many)
  })
}

/** Each of the records that bear the number, where the month holds them. */
function doubled(number: string, rows: readonly LivingRow[]): Finding[] {
  const why = { word: 'monthChecks:why.twice' }
  const bearers = rows.filter(({ record }) => record.number === number)
  if (bearers.length === 0) return [ofNumber(number, why)]
  return bearers.map(({ table, record, about }) => findingOf(table, record, about.words, { why }))
}
