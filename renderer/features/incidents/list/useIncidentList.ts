import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useUser } from '../../../data'
import type { ListDefinition } from '../../../register/list/definition'
import { recordList } from '../../../register/list/recordList'
import { currentLocale } from '../../../ui'
import { incidentColumns } from './columns'
import { DEFAULTS, incidentFilters, tidy } from './filters'
import { incidentSheet } from './sheet'

/** The list of 突发事件, for the list that all registers share. */
export function useIncidentList(): ListDefinition<'incidents'> {
  const { t } = useTranslation('incidents')
  // An exported file is read in the office, whatever language whoever made it works in.
  const { t: office } = useTranslation('incidents', { lng: 'zh-CN' })
  const userId = useUser().id
  const english = currentLocale() === 'en'
  return useMemo(
    () =>
      recordList('incidents', t, {
        searchKind: 'incident',
        filters: incidentFilters(t, userId),
        defaults: DEFAULTS,
        tidy,
        columns: incidentColumns(t, english),
        sheet: incidentSheet(office),
        fileName: office('list.fileName'),
      }),
    [english, office, t, userId],
  )
}
