import Button from '@mui/material/Button'
import Tooltip from '@mui/material/Tooltip'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { formatDateTime, StatusChip } from '../../ui'
import { useReminderText } from './BackupReminders'
import { useBackupState } from './useBackupState'
import { useReminders } from './useReminders'

/** The state of the backups as one small word in the shell: only while one is made, or something is wrong (ui.md, "Frame"). */
export function BackupWord() {
  const { t } = useTranslation('backup')
  const navigate = useNavigate()
  const state = useBackupState()
  const text = useReminderText()
  const worst = useReminders().find(({ tone }) => tone !== 'plain')
  if (!state) return null
  if (state.running)
    return (
      <span>
        <StatusChip plain tone="working" label={t('word.running')} />
      </span>
    )
  if (!worst) return null
  const help = `${text(worst)} ${state.last ? t('word.newest', { at: formatDateTime(state.last.madeAt) }) : ''}`
  return (
    <Tooltip title={help} describeChild>
      <Button variant="text" sx={{ p: 0, minHeight: 24 }} onClick={() => void navigate('/settings/backup')}>
        <StatusChip plain tone={worst.tone === 'danger' ? 'danger' : 'soon'} label={t('word.trouble')} />
      </Button>
    </Tooltip>
  )
}
