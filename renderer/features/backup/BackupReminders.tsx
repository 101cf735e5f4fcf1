import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { formatBytes, formatDateTime, NoticeBar, refusalText } from '../../ui'
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
        return t(`remind.${reminder.key}`)
    }
  }
}

/** What is wrong with the backups, above 今日待办; advice comes in the settings only. */
export function BackupReminders() {
  const { t } = useTranslation('backup')
  const navigate = useNavigate()
  const text = useReminderText()
  // The vault says itself that there is none.
  const said = useReminders().filter(({ key }) => key !== 'noVault')
  return said.map((reminder) => (
    <NoticeBar
      key={reminder.key}
      tone={reminder.tone}
      action={<Button onClick={() => void navigate('/settings/backup')}>{t('open')}</Button>}
    >
      {text(reminder)}
    </NoticeBar>
  ))
}
