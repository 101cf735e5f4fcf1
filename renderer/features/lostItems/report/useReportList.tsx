import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { LOST_CATEGORIES } from '../../../../shared/domain/lostItem/types'
import type { LostReport } from '../../../../shared/domain/lostReport/types'
import { formatPhone } from '../../../../shared/util/contact'
import { formatCivil } from '../../../../shared/util/civilTime'
import type { SheetField } from '../../../register/export/fields'
import type { SheetCell } from '../../../register/export/sheet'
import type { Filter, ListColumn, ListDefinition } from '../../../register/list/definition'
import { formatDateTime, StatusChip } from '../../../ui'
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
    () => ({
      id: 'lostReports',
      table: 'lostReports',
      searchKind: 'lostReport',
      label: t('list.label'),
      search: t('list.search'),
      searchHint: t('list.searchHint'),
      filters: filters(t, category),
      defaults: { scope: 'open' },
      tidy: (next) => next,
      columns: columns(t, category),
      nameOf: ({ number }) => number,
      dueOf: () => null,
      sheet: sheet(office, officeCategory),
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

function who({ intake: { owner } }: LostReport): string {
  return [owner.unitCode, owner.name].filter(Boolean).join(' ')
}

function columns(t: T, category: Categories): ListColumn<LostReport>[] {
  return [
    {
      key: 'number',
      header: t('field.number'),
      width: '134px',
      from: 'narrow',
      fixed: true,
      render: ({ number }) => number,
    },
    {
      key: 'state',
      header: t('field.state'),
      width: '96px',
      from: 'narrow',
      render: ({ state }, room) => (
        <StatusChip tone={REPORT_TONES[state]} label={t(`state.${state}`)} plain={room === 'narrow'} />
      ),
    },
    {
      key: 'what',
      header: t('list.columns.what'),
      width: 'minmax(80px, 2fr)',
      from: 'narrow',
      render: ({ intake }) => [intake.item, intake.features].filter(Boolean).join('，').slice(0, 120),
    },
    {
      key: 'who',
      header: t('list.columns.who'),
      width: 'minmax(96px, 1fr)',
      from: 'narrow',
      render: who,
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

function moment(at: string | null | undefined): SheetCell {
  return at ? { moment: formatCivil(at) } : ''
}

/** The columns of an exported list, the fields of domain 6 in their order. */
function sheet(t: T, category: Categories): SheetField<LostReport>[] {
  const cell = (
    header: string,
    width: number,
    of: (record: LostReport) => SheetCell | null | undefined,
  ): SheetField<LostReport> => ({ header, width, cell: (record) => of(record) ?? '' })
  return [
    cell(t('field.number'), 20, ({ number }) => number),
    cell(t('field.state'), 12, ({ state }) => t(`state.${state}`)),
    cell(t('field.registeredAt'), 17, ({ intake }) => moment(intake.registeredAt)),
    cell(t('field.receivedBy'), 12, ({ receivedBy }) => receivedBy),
    cell(t('field.owner'), 12, ({ intake }) => intake.owner.name),
    cell(t('field.phone'), 16, ({ intake }) => formatPhone(intake.owner.phone)),
    cell(t('field.unitCode'), 12, ({ intake }) => intake.owner.unitCode),
    cell(t('field.item'), 24, ({ intake }) => intake.item),
    cell(t('field.category'), 12, ({ intake }) => category(`category.${intake.category}`)),
    cell(t('field.features'), 48, ({ intake }) => intake.features),
    cell(t('field.lostFrom'), 17, ({ intake }) => moment(intake.lostFrom)),
    cell(t('field.lostUntil'), 17, ({ intake }) => moment(intake.lostUntil)),
    cell(t('field.places'), 24, ({ intake }) => intake.places),
    cell(t('field.remarks'), 24, ({ intake }) => intake.remarks),
    cell(t('field.foundItem'), 20, ({ ending }) => ending?.itemNumber),
    cell(t('field.words'), 24, ({ ending }) => ending?.words),
    cell(t('field.endedAt'), 17, ({ ending }) => moment(ending?.at)),
    cell(t('list.voidReason'), 24, (record) => record.void?.reason),
    cell(t('list.linked'), 24, ({ links }) => links.map((link) => link.number).join('、')),
  ]
}
