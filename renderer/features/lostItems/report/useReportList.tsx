import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { LOST_CATEGORIES } from '../../../../shared/domain/lostItem/types'
import type { LostReport } from '../../../../shared/domain/lostReport/types'
import { formatPhone } from '../../../../shared/util/contact'
import type { Filter, ListColumn, ListDefinition } from '../../../register/list/definition'
import { inOneLine, numberColumn, personWords, stateColumn } from '../../../register/list/recordColumns'
import { recordList } from '../../../register/list/recordList'
import { formatDateTime } from '../../../ui'
import { reportSheet } from './sheet'
import { REPORT_TONES, windowWords } from './words'

type T = TFunction<'lostReports'>
type Categories = TFunction<'lostItems'>

/** The list of 寻物, for the list that all registers share. */
export function useReportList(): ListDefinition<'lostReports'> {
  const { t } = useTranslation('lostReports')
  const { t: category } = useTranslation('lostItems')
  // An exported file is read in the office, whatever language whoever made it works in.
  const { t: office } = useTranslation('lostReports', { lng: 'zh-CN' })
  const { t: officeCategory } = useTranslation('lostItems', { lng: 'zh-CN' })
  return useMemo(
    () =>
      recordList('lostReports', t, {
        searchKind: 'lostReport',
        filters: filters(t, category),
        columns: columns(t, category),
        sheet: reportSheet(office, officeCategory),
        fileName: office('list.fileName'),
      }),
    [category, office, officeCategory, t],
  )
}

/** 寻找中, 已结, 全部 */
const SCOPES = ['open', 'ended', 'all'] as const

function filters(t: T, category: Categories): Filter[] {
  const scopes = SCOPES.map((value) => ({
    value,
    label: t(`list.scopes.${value}`),
    facet: value === 'all' ? null : value,
  }))
  const categories = LOST_CATEGORIES.map((value) => ({
    value,
    label: category(`category.${value}`),
    facet: `category:${value}`,
  }))
  return [
    {
      kind: 'words',
      key: 'scope',
      label: t('list.scope'),
      options: () => scopes,
      counted: true,
      always: true,
    },
    { kind: 'period', key: 'period', label: t('field.registeredAt'), order: 'registered', more: true },
    { kind: 'words', key: 'category', label: t('field.category'), options: () => categories, more: true },
    {
      kind: 'person',
      key: 'receivedBy',
      label: t('field.receivedBy'),
      facet: 'received',
      counted: ({ scope }) => scope === 'all',
      more: true,
    },
  ]
}

function columns(t: T, category: Categories): ListColumn<LostReport>[] {
  return [
    numberColumn(t),
    stateColumn(t, { tones: REPORT_TONES, width: '96px' }),
    {
      key: 'what',
      header: t('list.columns.what'),
      width: 'minmax(80px, 2fr)',
      from: 'narrow',
      render: ({ intake }) => inOneLine([intake.item, intake.features].filter(Boolean).join('，')),
    },
    {
      key: 'who',
      header: t('list.columns.who'),
      width: 'minmax(96px, 1fr)',
      from: 'narrow',
      render: ({ intake }) => personWords(intake.owner),
    },
    {
      key: 'where',
      header: t('list.columns.where'),
      width: 'minmax(80px, 1fr)',
      from: 'middle',
      render: ({ intake }) => intake.places,
    },
    {
      key: 'when',
      header: t('list.columns.when'),
      width: 'minmax(120px, 1.4fr)',
      from: 'wide',
      render: (record) => windowWords(record, t),
    },
    {
      key: 'category',
      header: t('field.category'),
      width: '88px',
      render: ({ intake }) => category(`category.${intake.category}`),
    },
    {
      key: 'phone',
      header: t('field.phone'),
      width: '116px',
      render: ({ intake }) => formatPhone(intake.owner.phone),
    },
    {
      key: 'registeredAt',
      header: t('field.registeredAt'),
      width: '124px',
      render: ({ intake }) => formatDateTime(intake.registeredAt),
    },
  ]
}
