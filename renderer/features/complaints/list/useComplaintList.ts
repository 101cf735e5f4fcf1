import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useUser } from '../../../data'
import { currentLocale } from '../../../ui'
import type { ListDefinition } from '../../../register/list/definition'
import { recordList } from '../../../register/list/recordList'
import { complaintColumns } from './columns'
import { complaintFilters, DEFAULTS, tidy } from './filters'
import { complaintSheet } from './sheet'

/** The list of 投诉, for the list that all registers share. */
export function useComplaintList(): ListDefinition<'complaints'> {
  const { t } = useTranslation('complaints')
  // An exported file is read in the office, whatever language whoever made it works in.
  const { t: office } = useTranslation('complaints', { lng: 'zh-CN' })
  const userId = useUser().id
  const english = currentLocale() === 'en'
  return useMemo(
    () =>
      recordList('complaints', t, {
        searchKind: 'complaint',
        filters: complaintFilters(t, userId),
        defaults: DEFAULTS,
        tidy,
        columns: complaintColumns(t, english),
        sheet: complaintSheet(office),
        fileName: office('list.fileName'),
      }),
    [english, office, t, userId],
  )
}
