import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import LinearProgress from '@mui/material/LinearProgress'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { ratioOf, useBackupState } from '../../features/backup'
import { closeWithoutBackup, closingStore } from './closingBackup'

/** 正在备份，完成后自动关闭: seen only where the last backup takes longer than a moment. */
export function ClosingScreen() {
  return useSyncExternalStore(closingStore.subscribe, closingStore.isClosing) ? <Waiting /> : null
}

function Waiting() {
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
