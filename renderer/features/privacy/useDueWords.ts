import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { DueRecord } from '../../data'

/** Says how it stands with a record past its period: free to be erased, or why not. */
export function useDueWords(): (row: DueRecord) => string {
  const { t } = useTranslation('privacy')
  return useCallback(
    ({ exception, hold }) => {
      if (exception === 'held') return t('exception.held', hold ?? {})
      return exception ? t(`exception.${exception}`) : t('cleaning.free')
    },
    [t],
  )
}
