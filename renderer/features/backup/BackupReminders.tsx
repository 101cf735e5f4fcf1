import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { may } from '../../../shared/domain/office/permissions'
import { useRole } from '../../data'
import { formatBytes, formatDateTime, NoticeBar, refusalText, useNow, useRemembered } from '../../ui'
import type { Reminder } from './reminders'
import { useReminders } from './useReminders'

/** The sentence of a reminder. */
export function useReminderText(): (reminder: Reminder) => string {
  const { t } = useTranslation('backup')
  return (reminder) => {
    switch (reminder.key) {
      case 'stale':
        return reminder.since
          ? t('remind.stale', { since: formatDateTime(reminder.since) })
          : t('remind.never')
      case 'localTrouble':
      case 'secondTrouble':
        return t(`remind.${reminder.key}`, {
          since: formatDateTime(reminder.since),
          why: refusalText({ key: reminder.why, params: { code: '' } }),
        })
      case 'low':
        return t('remind.low', { free: formatBytes(reminder.freeBytes), root: reminder.root })
      case 'lostFiles':
        return t('remind.lostFiles', { count: reminder.count })
      case 'noVault':
      case 'noSecond':
      case 'sameDisk':
        return t(`remind.${reminder.key}`)
    }
  }
}

const WEEK_MS = 7 * 24 * 60 * 60_000

/**
 * What is wrong with the backups, above 今日待办. Of advice only the missing second place, to the director, who may put
 * it off for a week; `steps`: it is said beside the list already.
 */
export function BackupReminders({ steps }: { steps: boolean }) {
  const { t } = useTranslation('backup')
  const navigate = useNavigate()
  const text = useReminderText()
  const director = may(useRole(), 'settings.write')
  const now = useNow()
  const [putOff, setPutOff] = useRemembered('backup.noSecond.putOff', 0)
  const quiet = steps || !director || now - putOff < WEEK_MS
  // The vault says itself that there is none.
  const said = useReminders().filter(({ key, tone }) => tone !== 'plain' || (key === 'noSecond' && !quiet))
  return said.map((reminder) => (
    <NoticeBar
      key={reminder.key}
      tone={reminder.tone}
      action={
        <>
          {reminder.key === 'noSecond' && <Button onClick={() => setPutOff(now)}>{t('remind.later')}</Button>}
          <Button onClick={() => void navigate('/settings/backup')}>{t('open')}</Button>
        </>
      }
    >
      {text(reminder)}
    </NoticeBar>
  ))
}
