import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import LinearProgress from '@mui/material/LinearProgress'
import { useTranslation } from 'react-i18next'
import { ratioOf, useBackupState } from '../../features/backup'
import { closeWithoutBackup } from './closingBackup'

/** How far the last backup is, and the way to do without it. */
export default function ClosingDialog() {
  const { t } = useTranslation('backup')
  const running = useBackupState()?.running ?? null
  const ratio = running && ratioOf(running)
  return (
    <Dialog open onClose={closeWithoutBackup} aria-labelledby="closing-backup">
      <Box sx={{ p: 6, width: 420, display: 'grid', gap: 4 }}>
        <Box id="closing-backup" role="status" sx={{ fontSize: 18, fontWeight: 600 }}>
          {t('closing.title')}
        </Box>
        <LinearProgress
          variant={ratio === null ? 'indeterminate' : 'determinate'}
          value={(ratio ?? 0) * 100}
          aria-label={t('progress')}
        />
        <Box sx={{ color: 'text.secondary' }}>{t(`phase.${running?.phase ?? 'rows'}`)}</Box>
        <Box>
          <Button autoFocus onClick={closeWithoutBackup}>
            {t('closing.leave')}
          </Button>
        </Box>
      </Box>
    </Dialog>
  )
}
