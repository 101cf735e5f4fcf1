import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RegisterTab } from '../../register/screen/RegisterTabs'

const TABS = ['visits', 'returnVisits', 'visitMonths'] as const

/** 走访 | 回访 | 访问总结 */
export function useVisitTabs(): readonly RegisterTab[] {
  const { t } = useTranslation('visits')
  return useMemo(() => TABS.map((key) => ({ to: `/${key}`, label: t(`tab.${key}`) })), [t])
}
