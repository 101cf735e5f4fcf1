import { useTranslation } from 'react-i18next'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import { formatDateTime } from '../../../ui'
import { attemptsLeft, mayBeGivenUp } from './actions'

/** 无法回访: how many attempts are missing, for whoever tries; or that it was given up, with who and why. */
export function GiveUpLine({ record }: { record: Complaint }) {
  const { t } = useTranslation('branches')
  const { unreachable } = record
  if (unreachable) {
    return <div>{t('giveUp.given', { ...unreachable, at: formatDateTime(unreachable.at) })}</div>
  }
  if (!mayBeGivenUp(record)) return null
  const words = { tried: record.returnVisits.length, left: attemptsLeft(record)?.left ?? 0 }
  return <div>{t(`giveUp.${missing(record)}`, words)}</div>
}

function missing(record: Complaint): 'ready' | 'left' | 'otherDay' | 'leftOtherDay' {
  const open = attemptsLeft(record)
  if (!open) return 'ready'
  if (open.left === 0) return 'otherDay'
  return open.otherDay ? 'leftOtherDay' : 'left'
}
