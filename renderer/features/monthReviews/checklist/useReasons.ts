import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { LineReason } from '../../../../shared/domain/monthReview/types'
import { may } from '../../../../shared/domain/office/permissions'
import { giveReasonCommand, useRole } from '../../../data'
import { useSave } from '../../../register/saving/saving'
import { announce, refusalText } from '../../../ui'
import { useMonth } from '../shell/month'

/** Whether whoever sits here may say why: a month that is signed stands as it is. */
export function useMayReason(): boolean {
  const { record } = useMonth()
  return may(useRole(), 'month.review') && record?.state === 'running'
}

/** The reason for a record behind a line, '' for the line itself. */
export function reasonFor(
  reasons: readonly LineReason[],
  line: string,
  recordId: string,
): LineReason | undefined {
  return reasons.find((one) => one.line === line && one.recordId === recordId)
}

/** Takes a reason back. */
export function useTakeBackReason(): (line: string, recordId: string) => void {
  const { t } = useTranslation('checklist')
  const { record } = useMonth()
  const save = useSave()
  return useCallback(
    (line, recordId) => {
      if (!record) return
      const input = { id: record.id, rev: record.rev, line, recordId, text: '' }
      void save(giveReasonCommand, input, undefined, () => t('reason.takenBack')).then(({ refusal }) => {
        if (refusal) announce(refusalText(refusal), 'problem')
      })
    },
    [record, save, t],
  )
}
