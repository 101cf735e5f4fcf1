import type { TFunction } from 'i18next'
import type { Filter, FilterValues } from './definition'
import { chosen } from './filterQuery'
import { isCustom, type NamedPeriod, periodDays } from './periods'

type T = TFunction<'list'>

/** 本月, or 2026-01-01 至 2026-03-31. */
function periodWord(value: string, t: T): string {
  if (!isCustom(value)) return t(`period.${value as NamedPeriod}`, { defaultValue: '' })
  const { from, to } = periodDays(value, '')
  if (from && to) return t('period.fromTo', { from, to })
  if (from) return t('period.since', { from })
  return to ? t('period.until', { to }) : ''
}

/** The filter in words, for the log of an export and the head of a printed list: 未关闭 · 管理费用 · 本月. */
export function filterWords(filters: readonly Filter[], values: FilterValues, query: string, t: T): string {
  const words = filters.flatMap((filter) => {
    const value = values[filter.key] ?? ''
    if (!value) return []
    if (filter.kind === 'words') return chosen(filter, values).map(({ label }) => label)
    if (filter.kind === 'overdue') return [filter.word]
    if (filter.kind === 'period') return [`${filter.label} ${periodWord(value, t)}`]
    return [`${filter.label} ${value}`]
  })
  const search = query.trim() ? [t('words.search', { words: query.trim() })] : []
  return [...words, ...search].join(' · ') || t('words.none')
}
