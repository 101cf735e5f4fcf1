import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import {
  CORRECTION_STATES,
  type Correction,
  type CorrectionState,
} from '../../../../shared/domain/correction/types'
import type { SheetField } from '../../../register/export/fields'
import { dueFields, fieldsOf, headFields, tailFields } from '../../../register/export/recordFields'
import type { Filter, ListColumn, ListDefinition } from '../../../register/list/definition'
import { dueColumn, inOneLine, numberColumn, stateColumn } from '../../../register/list/recordColumns'
import { recordList } from '../../../register/list/recordList'
import { formatDateTime } from '../../../ui'
import { CORRECTION_TONES } from '../words'
import { monthWords } from '../wording'

type T = TFunction<'corrections'>

/** The list of 更正单, for the list that all registers share. */
export function useCorrectionList(): ListDefinition<'corrections'> {
  const { t } = useTranslation('corrections')
  // An exported file is read in the office, whatever language whoever made it works in.
  const { t: office } = useTranslation('corrections', { lng: 'zh-CN' })
  return useMemo(
    () =>
      recordList('corrections', t, {
        searchKind: 'correction',
        filters: filtersOf(t),
        columns: columnsOf(t),
        sheet: sheetOf(office),
        fileName: office('list.fileName'),
      }),
    [office, t],
  )
}

function filtersOf(t: T): Filter[] {
  const scopes = [
    { value: 'open', label: t('list.scopes.open'), facet: 'open' },
    { value: 'all', label: t('list.scopes.all'), facet: null },
    ...CORRECTION_STATES.map((value) => ({ value, label: t(`state.${value}`), facet: `state:${value}` })),
  ]
  const marks = [{ value: 'awaiting', label: t('list.mark.awaiting'), facet: 'awaiting' }]
  return [
    {
      kind: 'words',
      key: 'scope',
      label: t('list.scope'),
      options: () => scopes,
      counted: true,
      always: true,
    },
    { kind: 'period', key: 'period', label: t('field.requestedAt'), order: 'requested' },
    { kind: 'words', key: 'marks', label: t('list.marks'), options: () => marks, several: true, more: true },
    { kind: 'person', key: 'month', label: t('list.month'), facet: 'month', counted: () => true, more: true },
  ]
}

function columnsOf(t: T): ListColumn<Correction>[] {
  return [
    stateColumn(t, { tones: CORRECTION_TONES, width: '104px', narrow: '72px' }),
    numberColumn(t),
    {
      key: 'target',
      header: t('field.target'),
      width: '134px',
      from: 'narrow',
      render: ({ target }) => target.number,
    },
    {
      key: 'what',
      header: t('field.reason'),
      width: 'minmax(80px, 2fr)',
      from: 'middle',
      render: ({ reason }) => inOneLine(reason, 160),
    },
    dueColumn(t, 'corrections'),
    {
      key: 'kind',
      header: t('field.kind'),
      width: '112px',
      render: ({ voids }) => (voids ? t('kind.void') : t('kind.fields')),
    },
    {
      key: 'requestedBy',
      header: t('field.requestedBy'),
      width: '84px',
      from: 'wide',
      render: ({ requestedBy }) => requestedBy,
    },
    {
      key: 'month',
      header: t('field.month'),
      width: '96px',
      from: 'wide',
      render: ({ month }) => monthWords(month),
    },
    {
      key: 'requestedAt',
      header: t('field.requestedAt'),
      width: '124px',
      render: ({ createdAt }) => formatDateTime(createdAt),
    },
  ]
}

/** The columns of an exported list of 更正单. */
export function sheetOf(t: T): SheetField<Correction>[] {
  const { at, word, line, text } = fieldsOf<Correction>()
  return [
    ...headFields<CorrectionState>(t),
    word(t('field.target'), ({ target }) => target.number),
    word(t('field.month'), ({ month }) => monthWords(month, 'zh-CN')),
    word(t('field.kind'), ({ voids }) => (voids ? t('kind.void') : t('kind.fields'))),
    text(t('field.reason'), ({ reason }) => reason),
    word(t('field.requestedBy'), ({ requestedBy }) => requestedBy),
    at(t('field.requestedAt'), ({ createdAt }) => createdAt),
    line(t('field.verification'), ({ verification }) => verification?.by),
    line(t('field.approval'), ({ approval }) => approval?.by),
    at(t('field.appliedAt'), ({ appliedAt }) => appliedAt),
    ...dueFields(t, 'corrections'),
    ...tailFields(t),
  ]
}
