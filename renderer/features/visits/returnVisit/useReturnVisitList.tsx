import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import {
  RETURN_VISIT_SOURCES,
  RETURN_VISIT_STATES,
  type ReturnVisitRecord,
  SATISFACTIONS,
} from '../../../../shared/domain/returnVisit/types'
import { formatPhone } from '../../../../shared/util/contact'
import type { Filter, FilterValues, ListColumn, ListDefinition } from '../../../register/list/definition'
import { inOneLine, numberColumn, personWords } from '../../../register/list/recordColumns'
import { recordList } from '../../../register/list/recordList'
import { formatDateTime, StatusChip, translateKey } from '../../../ui'
import { returnVisitSheet } from './sheet'
import { RETURN_VISIT_TONES, SATISFACTION_TONES } from './words'

type T = TFunction<'returnVisits'>

const ALL = 'all'
const DEFAULTS: FilterValues = { state: ALL }

/** The list of 回访, for the list that all registers share. */
export function useReturnVisitList(): ListDefinition<'returnVisits'> {
  const { t } = useTranslation('returnVisits')
  // An exported file is read in the office, whatever language whoever made it works in.
  const { t: office } = useTranslation('returnVisits', { lng: 'zh-CN' })
  return useMemo(
    () =>
      recordList('returnVisits', t, {
        searchKind: 'returnVisit',
        filters: filtersOf(t),
        defaults: DEFAULTS,
        columns: columnsOf(t),
        sheet: returnVisitSheet(office),
        fileName: office('list.fileName'),
      }),
    [office, t],
  )
}

function filtersOf(t: T): Filter[] {
  const all = { value: ALL, label: translateKey('visits:list.scopes.all'), facet: null }
  const states = [
    all,
    ...RETURN_VISIT_STATES.map((value) => ({ value, label: t(`state.${value}`), facet: `state:${value}` })),
  ]
  const sources = RETURN_VISIT_SOURCES.map((value) => ({
    value,
    label: t(`source.${value}`),
    facet: `source:${value}`,
  }))
  const satisfactions = SATISFACTIONS.map((value) => ({
    value,
    label: t(`satisfaction.${value}`),
    facet: `satisfaction:${value}`,
  }))
  const marks = [{ value: 'awaiting', label: t('list.mark.awaiting'), facet: 'awaiting' }]
  return [
    {
      kind: 'words',
      key: 'state',
      label: t('field.state'),
      options: () => states,
      counted: true,
      always: true,
    },
    { kind: 'period', key: 'period', label: t('field.visitedAt'), order: 'visited' },
    {
      kind: 'words',
      key: 'satisfaction',
      label: t('field.satisfaction'),
      options: () => satisfactions,
      counted: true,
      more: true,
    },
    {
      kind: 'words',
      key: 'source',
      label: t('field.source'),
      options: () => sources,
      counted: true,
      more: true,
    },
    { kind: 'words', key: 'marks', label: t('list.marks'), options: () => marks, several: true, more: true },
    {
      kind: 'person',
      key: 'visitedBy',
      label: t('field.visitedBy'),
      facet: 'visitor',
      counted: () => true,
      more: true,
    },
  ]
}

function columnsOf(t: T): ListColumn<ReturnVisitRecord>[] {
  return [
    numberColumn(t),
    {
      key: 'satisfaction',
      header: t('field.satisfaction'),
      width: '116px',
      narrow: '84px',
      from: 'narrow',
      render: ({ state, entry }, room) =>
        state === 'recorded' && entry ? (
          <StatusChip
            tone={SATISFACTION_TONES[entry.satisfaction]}
            label={t(`satisfaction.${entry.satisfaction}`)}
            plain={room === 'narrow'}
          />
        ) : (
          <StatusChip
            tone={RETURN_VISIT_TONES[state]}
            label={t(`state.${state}`)}
            plain={room === 'narrow'}
          />
        ),
    },
    {
      key: 'who',
      header: t('list.columns.who'),
      width: 'minmax(116px, 0.9fr)',
      from: 'narrow',
      render: ({ entry }) => personWords(entry?.person),
    },
    {
      key: 'what',
      header: t('list.columns.what'),
      width: 'minmax(80px, 2.4fr)',
      from: 'narrow',
      render: ({ entry }) => (entry ? inOneLine(entry.content, 160) : translateKey('paper:fillIn.waiting')),
    },
    {
      key: 'source',
      header: t('field.source'),
      width: 'minmax(72px, 0.8fr)',
      from: 'middle',
      render: ({ entry }) => entry && (entry.source.number || t(`source.${entry.source.kind}`)),
    },
    {
      key: 'visitedAt',
      header: t('field.visitedAt'),
      width: '124px',
      from: 'wide',
      render: ({ entry }) => formatDateTime(entry?.visitedAt),
    },
    {
      key: 'visitedBy',
      header: t('field.visitedBy'),
      width: '72px',
      from: 'wide',
      render: ({ entry }) => entry?.visitedBy,
    },
    { key: 'state', header: t('field.state'), width: '84px', render: ({ state }) => t(`state.${state}`) },
    {
      key: 'phone',
      header: t('field.phone'),
      width: '116px',
      render: ({ entry }) => formatPhone(entry?.person.phone ?? ''),
    },
  ]
}
