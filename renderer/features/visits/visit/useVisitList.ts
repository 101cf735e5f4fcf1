import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useUser } from '../../../data'
import type { ListDefinition } from '../../../register/list/definition'
import { recordList } from '../../../register/list/recordList'
import { currentLocale } from '../../../ui'
import { visitColumns } from './columns'
import { DEFAULTS, tidy, visitFilters } from './filters'
import { visitSheet } from './sheet'

/** The list of 走访, for the list that all registers share. */
export function useVisitList(): ListDefinition<'visits'> {
  const { t } = useTranslation('visits')
  // An exported file is read in the office, whatever language whoever made it works in.
  const { t: office } = useTranslation('visits', { lng: 'zh-CN' })
  const userId = useUser().id
  const english = currentLocale() === 'en'
  return useMemo(
    () =>
      recordList('visits', t, {
        searchKind: 'visit',
        filters: visitFilters(t, userId),
        defaults: DEFAULTS,
        tidy,
        columns: visitColumns(t, english),
        sheet: visitSheet(office),
        fileName: office('list.fileName'),
      }),
    [english, office, t, userId],
  )
}
