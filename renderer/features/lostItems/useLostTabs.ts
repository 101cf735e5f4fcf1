import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RegisterTab } from '../../register/screen/RegisterTabs'

/** 失物 | 寻物 | 盘点 */
export function useLostTabs(): readonly RegisterTab[] {
  const { t } = useTranslation('lostItems')
  return useMemo(
    () => [
      { to: '/lostItems', label: t('tabs.items') },
      { to: '/lostReports', label: t('tabs.reports') },
      { to: '/shelfCounts', label: t('tabs.counts') },
    ],
    [t],
  )
}
