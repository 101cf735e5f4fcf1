import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { LostItem } from '../../../../shared/domain/lostItem/types'
import { yuanText } from '../../../../shared/domain/lostItem/value'
import type { ListColumn, ListDefinition } from '../../../register/list/definition'
import { dueColumn, inOneLine, numberColumn, stateColumn } from '../../../register/list/recordColumns'
import { recordList } from '../../../register/list/recordList'
import { currentLocale, formatDateTime, translateKey } from '../../../ui'
import { DEFAULTS, itemFilters, tidy } from './filters'
import { itemSheet } from './sheet'
import { ITEM_TONES } from './words'

type T = TFunction<'lostItems'>

/** The list of 失物, for the list that all registers share. */
export function useItemList(): ListDefinition<'lostItems'> {
  const { t } = useTranslation('lostItems')
  // An exported file is read in the office, whatever language whoever made it works in.
  const { t: office } = useTranslation('lostItems', { lng: 'zh-CN' })
  const english = currentLocale() === 'en'
  return useMemo(
    () =>
      recordList('lostItems', t, {
        searchKind: 'lostItem',
        filters: itemFilters(t),
        defaults: DEFAULTS,
        tidy,
        columns: itemColumns(t, english),
        sheet: itemSheet(office),
        fileName: office('list.fileName'),
      }),
    [english, office, t],
  )
}

/** What it is, in one line; of a blank sheet, that it is to be filled in. */
function what({ intake, state }: LostItem): string {
  if (state === 'reserved') return translateKey('paper:fillIn.waiting')
  return inOneLine([intake.name, intake.features].filter(Boolean).join('，'))
}

function itemColumns(t: T, english: boolean): ListColumn<LostItem>[] {
  return [
    numberColumn(t),
    stateColumn(t, {
      tones: ITEM_TONES,
      width: english ? '120px' : '104px',
      narrow: english ? '96px' : '88px',
    }),
    {
      key: 'what',
      header: t('list.columns.what'),
      width: 'minmax(80px, 3fr)',
      from: 'narrow',
      render: (record) => <span title={what(record)}>{what(record)}</span>,
    },
    {
      key: 'where',
      header: t('list.columns.where'),
      width: 'minmax(80px, 1fr)',
      from: 'wide',
      render: ({ intake }) => intake.foundPlace,
    },
    {
      key: 'shelf',
      header: t('list.columns.shelf'),
      width: 'minmax(88px, 1fr)',
      from: 'middle',
      render: ({ intake }) => intake.storedAt,
    },
    dueColumn(t, 'lostItems'),
    ...moreColumns(t),
  ]
}

function moreColumns(t: T): ListColumn<LostItem>[] {
  return [
    {
      key: 'category',
      header: t('field.category'),
      width: '88px',
      render: ({ intake }) => t(`category.${intake.category}`),
    },
    {
      key: 'estimate',
      header: t('field.estimate'),
      width: '96px',
      align: 'right',
      render: ({ intake }) => (intake.estimate.fen === null ? '' : yuanText(intake.estimate.fen)),
    },
    {
      key: 'handedInAt',
      header: t('field.handedInAt'),
      width: '124px',
      render: ({ intake }) => formatDateTime(intake.handedInAt),
    },
    {
      key: 'finder',
      header: t('field.finder'),
      width: 'minmax(64px, 0.6fr)',
      render: ({ intake }) => intake.finder.name,
    },
    {
      key: 'receivedBy',
      header: t('field.receivedBy'),
      width: 'minmax(64px, 0.6fr)',
      render: ({ intake }) => intake.receivedBy,
    },
  ]
}
